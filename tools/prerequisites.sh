#!/bin/sh
# What the tests need beside Python: a browser, LibreOffice, readers of PDF. Installed when allowed, else named.
set -eu

PACKAGES="chromium libreoffice-writer-nogui poppler-utils fonts-dejavu-core"

for program in chromium soffice pdftotext; do
    command -v "$program" >/dev/null 2>&1 || missing=yes
done
[ -n "${missing:-}" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing $PACKAGES"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null
else
    echo "The tests need a browser, LibreOffice and poppler. Type this, then make test again:"
    echo "    sudo apt-get install -y --no-install-recommends $PACKAGES"
    exit 1
fi
