// The drawer "Nguồn và cách tính": where it is shown, and where the keyboard goes. Without this file every link in it is a page.
"use strict";
(function () {
  const drawer = document.getElementById("drawer");
  let opener = null;

  function close() {
    drawer.hidden = true;
    drawer.replaceChildren();
    if (opener && opener.isConnected) opener.focus();
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (event.detail.target === drawer && !drawer.contains(event.detail.elt)) opener = event.detail.elt;
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target !== drawer) return;
    drawer.hidden = false;
    drawer.scrollTop = 0;
    drawer.focus();
  });
  // What cannot be shown inside (no right, a fault, no network) is shown as the page that it is.
  ["htmx:responseError", "htmx:sendError"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      const address = event.detail.elt && event.detail.elt.href;
      if (event.detail.target === drawer && address && !(event.detail.xhr && event.detail.xhr.status === 401)) location.assign(address);
    });
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-close]")) {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !drawer.hidden) close();
  });
  // The question line lies open on a wide screen and folded on a phone.
  const fold = document.querySelector("details.fold");
  if (fold && matchMedia("(min-width: 48em)").matches) fold.open = true;
})();
