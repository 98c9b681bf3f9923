#!/usr/bin/env bash
# Makes the pictures of the READMEs anew: the leverage command in a terminal, and a drift report of spec-check.
# Needs Chromium, and `script` of util-linux.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"; kill $(jobs -p) 2>/dev/null || true' EXIT

# shot HTML PNG WIDTH HEIGHT SCALE
shot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$3,$4" --force-device-scale-factor="$5" --screenshot="$work/shot.png" "file://$1" 2>/dev/null
  mv "$work/shot.png" "$2"
  [ "$(stat -c %s "$2")" -lt 100000 ] || { echo "$2 is larger than 100 kB"; exit 1; }
}

# page: what a terminal got, as HTML; of a line that was drawn over itself the last state.
page() {
  echo '<meta charset="utf-8"><style>body{margin:0;background:#0d1117;color:#e6edf3;padding:16px 20px}
    pre{margin:0;font:14px/1.25 "DejaVu Sans Mono",monospace;white-space:pre-wrap}</style><pre>'
  sed -E -e 's/\x1b(\[[?0-9;]*[a-zA-Z]|[=>])//g; s/\r+$//; s/.*\r//' -e 's/&/\&amp;/g; s/</\&lt;/g'
}

dotnet build tools/Leverage -clp:ErrorsOnly -nologo
dotnet build tools/SpecCheck -clp:ErrorsOnly -nologo
leverage="dotnet tools/Leverage/bin/Debug/net10.0/Leverage.dll"
spec_check="dotnet tools/SpecCheck/bin/Debug/net10.0/SpecCheck.dll"

{
  echo '$ leverage set BTCUSDT 21'
  TERM=xterm-256color script -qec "stty cols 90; $leverage set BTCUSDT 21" /dev/null
} | page >"$work/leverage.html"
shot "$work/leverage.html" .github/leverage.png 800 350 1

# An exchange that stays, so that the plan that is shown is the one that is applied. Names that Chromium may lack a font
# for are left out.
sed -E '/clamp: true/d; s/exclude: \[ /&币*, /' tools/Leverage/example.yaml >"$work/example.yaml"
$leverage sandbox --symbols 8 --latency 50 --output shell >"$work/sandbox.env" &
until grep -qs export "$work/sandbox.env"; do sleep 0.1; done
. "$work/sandbox.env"
for command in plan apply; do
  {
    echo "\$ leverage $command example.yaml"
    TERM=xterm-256color script -qec "stty cols 100; $leverage $command $work/example.yaml --base-url $FAPI_BASE_URL" /dev/null || [ $? = 5 ]
  } | page >"$work/$command.html"
done
shot "$work/plan.html" .github/plan.png 940 270 1
shot "$work/apply.html" .github/apply.png 940 380 1

# The docs allow 125; a spec that allows 200 has drifted from them.
sed -E 's/maximum: 125\b/maximum: 200/' spec/openapi.yaml >"$work/openapi.yaml"
$spec_check check --spec "$work/openapi.yaml" --lock spec/docs.lock.yaml --format html --output "$work/drift.html" || [[ $? == [13] ]]
sed -i "s|$work/|spec/|g" "$work/drift.html"
shot "$work/drift.html" .github/drift.png 1000 800 0.75
