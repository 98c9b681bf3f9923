#!/usr/bin/env bash
# Measures what generating the client adds to a build of Fapi.Sdk: builds of two copies of the working tree, one of
# them without the generation, take turns. RUNS (default 15) is the number of builds of each kind; medians are compared.
# No-op builds are compared by processor time, as their few per cent drown in what else a machine does.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=${1:-15}
failed=0

for copy in with without; do
  mkdir "$work/$copy"
  (cd "$root" && git ls-files -z | xargs -0 tar -c) | tar -x -C "$work/$copy"
  dotnet build "$work/$copy/src/Fapi.Sdk" -v q -nologo >"$work/build.log" || { tail "$work/build.log"; exit 1; }
done
cat >"$work/without/src/Fapi.Sdk/Generation/Generate.targets" <<'TARGETS'
<Project>
  <ItemGroup>
    <Compile Remove="Generation/*.cs" />
    <Compile Include="obj/generated/FapiClient.g.cs" Visible="false" />
  </ItemGroup>
</Project>
TARGETS
dotnet build "$work/without/src/Fapi.Sdk" -v q -nologo >/dev/null

# processor COPY ARGUMENTS... and seconds COPY ARGUMENTS...: what one build of it takes.
processor() { timed '%U %S' "$@" | awk '{ print $1 + $2 }'; }
seconds() { timed '%R' "$@"; }
timed() {
  local TIMEFORMAT=$1 copy=$2
  shift 2
  { time dotnet build "$work/$copy/src/Fapi.Sdk" --no-restore -m:1 -v q -nologo "$@" >/dev/null; } 2>&1
}

median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print (a[int((NR + 1) / 2)] + a[int((NR + 2) / 2)]) / 2 }'; }

# compare NAME ARGUMENTS...: no-op builds of both copies, in turns.
compare() {
  local name=$1 ratio
  shift
  rm -f "$work"/*.seconds
  for ((i = 0; i < runs; i++)); do
    processor with "$@" >>"$work/with.seconds"
    processor without "$@" >>"$work/without.seconds"
  done
  ratio=$(awk -v a="$(median "$work/with.seconds")" -v b="$(median "$work/without.seconds")" 'BEGIN { printf "%.3f", a / b }')
  printf '%-28s %6.2f s with, %6.2f s without, ratio %s (at most 1.05)\n' "$name" "$(median "$work/with.seconds")" "$(median "$work/without.seconds")" "$ratio"
  awk -v ratio="$ratio" 'BEGIN { exit !(ratio < 1.05) }' || failed=1
}

compare "no-op build"
compare "no-op build of net10.0" -f net10.0

# What generating adds, without what is compiled because of it.
rm -f "$work"/*.seconds
for ((i = 0; i < runs; i++)); do
  seconds with -t:GenerateFapiClientOnce >>"$work/without.seconds"
  touch "$work/with/spec/openapi.yaml"
  seconds with -t:GenerateFapiClientOnce >>"$work/with.seconds"
done
added=$(awk -v a="$(median "$work/with.seconds")" -v b="$(median "$work/without.seconds")" 'BEGIN { printf "%.2f", a - b }')
printf '%-28s %6.2f s more than none, %.2f s with the start of MSBuild (at most 2 s)\n' "regeneration" "$added" "$(median "$work/with.seconds")"
awk -v added="$added" 'BEGIN { exit !(added < 2) }' || failed=1
exit $failed
