#!/usr/bin/env bash
# Are all texts of the client in its catalogue? A text that is not shows as a word nobody wrote.
set -eu -o pipefail
cd "$(dirname "$0")/../web"
before=$(mktemp)
cp locale/en.po "$before"
npm run --silent extract >/dev/null 2>&1
if ! cmp --silent locale/en.po "$before"; then
  cp "$before" locale/en.po
  echo "web/locale/en.po is behind the texts: run \`npm run extract\` in web/" >&2
  exit 1
fi
rm -f "$before"
