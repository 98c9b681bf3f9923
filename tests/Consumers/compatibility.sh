#!/usr/bin/env bash
# Compares the packed packages with those of a baseline and names each change that breaks users at binary level.
# The argument is a revision or a folder of packages; by default the revision in the file baseline, whose packages users
# have: a release names its own there. Ends with 77 when this clone does not reach so far back.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
baseline=${1:-$(<baseline)}
if [[ ! -d $baseline ]] && ! git rev-parse --quiet --verify "$baseline^{commit}" >/dev/null; then
  echo "this clone does not hold the baseline $baseline"
  exit 77
fi

# Packages of a revision are kept: a commit always gives the same.
pack_revision() {
  local commit folder
  commit=$(git rev-parse --verify "$1^{commit}")
  folder=$root/artifacts/baseline/$commit
  if [[ ! -e $folder/packed ]]; then
    rm -rf "$folder"
    git clone --quiet --no-checkout "$root" "$folder/source"
    git -C "$folder/source" checkout --quiet "$commit"
    for project in "$folder"/source/src/*/; do
      dotnet pack "$project" -c Release -o "$folder/packages" -p:RunAnalyzers=false -nologo >"$folder/pack.log" 2>&1 \
        || { tail -n 20 "$folder/pack.log" >&2; return 1; }
    done
    touch "$folder/packed"
  fi
  echo "$folder/packages"
}

[[ -d $baseline ]] && packages=$(cd "$baseline" && pwd) || packages=$(pack_revision "$baseline")
(cd "$root" && dotnet tool restore >/dev/null)

breaking=0
compatible=0
for old in "$packages"/*.nupkg; do
  id=$(basename "$old" | sed -E 's/\.[0-9]+\.[0-9]+\.[0-9]+.*//')
  new=("$root/artifacts/packages/$id".[0-9]*.nupkg)
  # Tools have no users that compile against them.
  unzip -Z1 "$old" 'lib/*' >/dev/null 2>&1 || continue
  if [[ ! -e ${new[0]} ]]; then
    verdict="the package is gone"
  else
    verdict=$(cd "$root" && dotnet apicompat package "${new[0]}" --baseline-package "$old" --enable-rule-cannot-change-parameter-name 2>&1) && verdict=
  fi
  if [[ -z $verdict ]]; then
    compatible=$((compatible + 1))
    echo "$id: compatible"
  else
    breaking=$((breaking + 1))
    printf '%s: breaking\n%s\n' "$id" "$verdict"
  fi
done
echo "compatibility: $compatible compatible, $breaking breaking"
[[ $breaking -eq 0 ]]
