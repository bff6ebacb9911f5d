"""The first tables: the ledger, its projections, and what lies outside the chain."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Book',
            fields=[
                ('id', models.TextField(primary_key=True, serialize=False)),
                ('title', models.TextField()),
                ('made', models.BooleanField()),
                ('regime', models.TextField()),
                ('created_at', models.CharField(max_length=27)),
                ('projected', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('blanked_at', models.CharField(blank=True, default='', max_length=27)),
                ('blanked_by', models.TextField(blank=True, default='')),
                ('blanked_reason', models.TextField(blank=True, default='')),
                ('blanked_decision', models.TextField(blank=True, default='')),
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('title', models.TextField()),
                ('number', models.TextField(blank=True, default='')),
                ('issuer', models.TextField(blank=True, default='')),
                ('dated', models.DateField(null=True)),
                ('url', models.TextField(blank=True, default='')),
                ('filename', models.TextField(blank=True, default='')),
                ('media_type', models.TextField(blank=True, default='')),
                ('content', models.BinaryField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('blanked_at', models.CharField(blank=True, default='', max_length=27)),
                ('blanked_by', models.TextField(blank=True, default='')),
                ('blanked_reason', models.TextField(blank=True, default='')),
                ('blanked_decision', models.TextField(blank=True, default='')),
                ('id', models.TextField(primary_key=True, serialize=False)),
                ('name', models.TextField(null=True)),
                ('contact', models.TextField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Schema',
            fields=[
                ('id', models.SmallIntegerField(primary_key=True, serialize=False)),
                ('version', models.IntegerField()),
                ('release', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('blanked_at', models.CharField(blank=True, default='', max_length=27)),
                ('blanked_by', models.TextField(blank=True, default='')),
                ('blanked_reason', models.TextField(blank=True, default='')),
                ('blanked_decision', models.TextField(blank=True, default='')),
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('salt', models.TextField()),
                ('text', models.TextField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='store.person')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='BodyHome',
            fields=[
                ('body', models.TextField(primary_key=True, serialize=False)),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.book')),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('pk', models.CompositePrimaryKey('book_id', 'number', blank=True, editable=False, primary_key=True, serialize=False)),
                ('number', models.BigIntegerField()),
                ('recorded_at', models.CharField(max_length=27)),
                ('kind', models.TextField()),
                ('key', models.TextField()),
                ('line', models.TextField()),
                ('hash', models.CharField(max_length=64)),
                ('previous', models.CharField(max_length=64)),
                ('supersedes', models.BigIntegerField(null=True)),
                ('steps', models.BigIntegerField(null=True)),
                ('book', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='store.book')),
            ],
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('pk', models.CompositePrimaryKey('book_id', 'kind', 'key', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.TextField()),
                ('key', models.TextField()),
                ('number', models.BigIntegerField()),
                ('book', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='store.book')),
            ],
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.TextField(choices=[('administrator', 'administrator'), ('office', 'office'), ('department', 'department'), ('unit_officer', 'unit_officer'), ('leader', 'leader'), ('auditor', 'auditor')])),
                ('body', models.TextField(blank=True, default='')),
                ('post', models.TextField(blank=True, default='')),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('lines', models.TextField(default='[]')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL)),
                ('book', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.book')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ('administrator', 'office', 'department', 'unit_officer', 'leader', 'auditor'))), name='store_grant_role_is_known')],
            },
        ),
    ]
