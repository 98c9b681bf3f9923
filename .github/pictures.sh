#!/usr/bin/env bash
# Makes the pictures of the README anew: the leverage command in a terminal, and a drift report of spec-check.
# Needs Chromium, and `script` of util-linux.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shot HTML PNG WIDTH HEIGHT
shot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$3,$4" --screenshot="$work/shot.png" "file://$1" 2>/dev/null
  mv "$work/shot.png" "$2"
  [ "$(stat -c %s "$2")" -lt 100000 ] || { echo "$2 is larger than 100 kB"; exit 1; }
}

# page: real output of a terminal, colours included, as HTML.
page() {
  echo '<meta charset="utf-8"><style>body{margin:0;background:#0d1117;color:#e6edf3;padding:20px}
    pre{margin:0;font:14px/1.3 "DejaVu Sans Mono",monospace}</style><pre>'
  tr -d '\r' | sed -E \
    -e 's/&/\&amp;/g; s/</\&lt;/g' \
    -e 's/\x1b\[[0-9;]*m/&\n/g' | awk '
      BEGIN { n = split("484f58 ff7b72 3fb950 d29922 58a6ff bc8cff 39c5cf b1bac4 6e7681 ffa198 56d364 e3b341 79c0ff d2a8ff 56d4dd f0f6fc", palette, " ") }
      # Colours by number only, as the tools use them; whatever else comes is dropped.
      {
        if (!match($0, /\033\[[0-9;]*m$/)) { print; next }
        code = substr($0, RSTART + 2, RLENGTH - 3)
        printf "%s", substr($0, 1, RSTART - 1)
        if (open) { printf "</span>"; open = 0 }
        colour = -1
        if (match(code, /38;5;[0-9]+/)) colour = substr(code, RSTART + 5, RLENGTH - 5)
        else if (match(code, /(^|;)3[0-7]$/)) colour = substr(code, length(code)) + 0
        else if (match(code, /(^|;)9[0-7]$/)) colour = substr(code, length(code)) + 8
        weight = code ~ /^1(;|$)/ ? "font-weight:bold;" : ""
        if (colour >= 0 && colour < 16) { printf "<span style=\"%scolor:#%s\">", weight, palette[colour + 1]; open = 1 }
        else if (weight != "") { printf "<span style=\"%s\">", weight; open = 1 }
      }
      END { if (open) print "</span>"; print "</pre>" }' | sed -E 's/\x1b\[[?0-9;]*[a-zA-Z]//g'
}

dotnet build tools/Leverage -clp:ErrorsOnly -nologo
dotnet build tools/SpecCheck -clp:ErrorsOnly -nologo
leverage="dotnet tools/Leverage/bin/Debug/net10.0/Leverage.dll"
spec_check="dotnet tools/SpecCheck/bin/Debug/net10.0/SpecCheck.dll"

{
  echo '$ leverage set BTCUSDT 21'
  TERM=xterm-256color script -qec "stty cols 90; $leverage set BTCUSDT 21" /dev/null
} | page >"$work/leverage.html"
shot "$work/leverage.html" .github/leverage.png 800 340

# The docs allow 125; a spec that allows 200 and weighs 2 has drifted from them.
sed -E -e 's/maximum: 125$/maximum: 200/' -e '0,/x-weight: 1$/s//x-weight: 2/' spec/openapi.yaml >"$work/openapi.yaml"
$spec_check check --spec "$work/openapi.yaml" --lock spec/docs.lock.yaml --format html --output "$work/drift.html" || [ $? -eq 1 ]
sed -i "s|$work/|spec/|g" "$work/drift.html"
shot "$work/drift.html" .github/drift.png 1000 640
