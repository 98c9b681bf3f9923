#!/usr/bin/env bash
# Packs the last commit in two folders of different names and compares what is in the packages.
# Left out is what NuGet stamps: the times in the zip, and the relations file with the name of the properties file.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work=$root/artifacts/reproducible
commit=$(git rev-parse HEAD)
rm -rf "$work"

for folder in one "two 二"; do
  git clone --quiet --no-checkout "$root" "$work/$folder"
  git -C "$work/$folder" checkout --quiet "$commit"
  dotnet pack "$work/$folder/Sdk.sln" -c Release -o "$work/$folder/packages" -p:RunAnalyzers=false -nologo >"$work/pack.log" 2>&1 \
    || { tail -n 20 "$work/pack.log"; exit 1; }
  mkdir "$work/$folder/content"
  for package in "$work/$folder"/packages/*; do
    unzip -q "$package" -d "$work/$folder/content/$(basename "$package")"
  done
done

diff -rq -x _rels "$work/one/content" "$work/two 二/content"
echo "reproducible: $(find "$work/one/content" -type f | wc -l) files of $(find "$work/one/packages" -type f | wc -l) packages are the same"
