#!/usr/bin/env bash
# Does what the README tells a new user to do: runs its commands in a new console app, with packages and settings of
# its own, puts in its first snippet, and runs it. Only the address is another: that of the exchange of run.sh.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The machine's own settings know where packages come from; a copy of them takes the new source.
mkdir -p "$work/.nuget/NuGet"
cp "${HOME:-/nowhere}/.nuget/NuGet/NuGet.Config" "$work/.nuget/NuGet/" 2>/dev/null || true
export DOTNET_CLI_HOME=$work NUGET_PACKAGES=$work/packages DOTNET_NOLOGO=1

mapfile -t commands < <(grep -E '^dotnet (nuget add source|add package) ' "$root/README.md")
if [[ ${#commands[@]} -lt 2 ]]; then
  echo "README.md does not tell how to install: it needs a line 'dotnet nuget add source <folder> ...' and a line 'dotnet add package Fapi.Sdk'"
  exit 1
fi

dotnet new console --output "$work/app"
cd "$work/app"
for command in "${commands[@]}"; do
  # <what stands in angle brackets> is the folder of the packages.
  command=$(sed -E "s|<[^>]*>|\"$root/artifacts/packages\"|" <<<"$command")
  echo "$command"
  bash -c "$command"
done

{
  grep -oE '`using [A-Za-z.]+;`' "$root/README.md" | tr -d '`' | sort -u
  sed -n '/^```csharp$/,/^```$/{//!p;/^```$/q}' "$root/README.md" | sed "s|FapiEnvironments.Testnet|new Uri(\"$Fapi__BaseAddress\")|"
} >Program.cs
cat Program.cs
FAPI_API_KEY=$Fapi__ApiKey FAPI_API_SECRET=$Fapi__ApiSecret dotnet run | tee output.txt
grep -q '^BTCUSDT: 21x' output.txt
