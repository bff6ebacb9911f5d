"""The pages, one file each; which lies where is in `urls.py`."""
