"""The package sees the authorities and the catalogs through two links kept in git."""

import os

import pytest

from tests.house.repository import ROOT, SOURCES

LINKS = {"authorities": "../../../profiles", "locales": "../../../locales"}


@pytest.mark.parametrize(("link", "target"), LINKS.items())
def test_the_link_is_a_link(link, target):
    path = SOURCES / "suite" / link
    assert path.is_symlink(), (
        f"{path.relative_to(ROOT)} must be a symbolic link to {target}. "
        "This checkout was made without links: git config core.symlinks true, then git checkout -- src"
    )
    assert os.readlink(path) == target
    assert path.is_dir(), f"{target} is missing"
