#!/usr/bin/env bash
# Packs the solution, lets each consumer restore, build and run with the packed packages only, and compares their
# API with that of the baseline.
set -uo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
artifacts=$root/artifacts
work=$artifacts/consumers
logs=$work/logs
rows=()
passed=0
failed=0

# check NAME COMMAND...: runs the command into a log of that name and notes how it ended; 77 means that there was nothing to check.
check() {
  local name=$1 start=$SECONDS status=0
  shift
  "$@" >"$logs/$name.log" 2>&1 || status=$?
  if [[ $status -eq 77 ]]; then
    rows+=("$(printf '%-14s %-7s %4ss  %s' "$name" skipped $((SECONDS - start)) "$(tail -n 1 "$logs/$name.log")")")
  elif [[ $status -eq 0 ]]; then
    passed=$((passed + 1))
    rows+=("$(printf '%-14s %-7s %4ss' "$name" ok $((SECONDS - start)))")
  else
    failed=$((failed + 1))
    rows+=("$(printf '%-14s %-7s %4ss  %s' "$name" failed $((SECONDS - start)) "$logs/$name.log")")
    tail -n 20 "$logs/$name.log"
  fi
}

pack() {
  rm -rf "$artifacts/packages"
  dotnet pack "$root/Sdk.sln" -c Release -o "$artifacts/packages" -p:RunAnalyzers=false -nologo
}

tools() {
  local package
  for package in Fapi.Leverage.Tool Fapi.SpecCheck; do
    dotnet tool install "$package" --version "$FapiVersion" --tool-path "$work/tools" --configfile nuget.config || return 1
  done
  "$work/tools/spec-check" rules && "$work/tools/leverage" --help
}

# fastest COMMAND...: milliseconds that the fastest of ten runs takes.
fastest() {
  local best=1000000 start took i
  for ((i = 0; i < 10; i++)); do
    start=${EPOCHREALTIME/./}
    "$@" >/dev/null || return 1
    took=$(((${EPOCHREALTIME/./} - start) / 1000))
    best=$((took < best ? took : best))
  done
  echo "$best"
}

# A page costs under 200 ms on a machine with nothing else to do; twice that shows that the package is not compiled ahead.
startup() {
  local bare page
  bare=$(fastest "$work/tools/spec-check" --version) || return 1
  page=$(fastest "$work/tools/spec-check" facts page.md) || return 1
  echo "spec-check reads a page in $((page - bare)) ms after its start of $bare ms"
  ((page - bare < 400))
}

# Starts the exchange and puts its address and keys where the apps' configuration is.
start_exchange() {
  coproc exchange { exec "$work/tools/leverage" sandbox; }
  local ready
  read -r -t 60 ready <&"${exchange[0]}" || return 1
  Fapi__BaseAddress=$(field "$ready" '"baseAddress":"([^"]*)"')
  Fapi__ApiKey=$(field "$ready" '"hmac":\{"apiKey":"([^"]*)"')
  Fapi__ApiSecret=$(field "$ready" '"secret":"([^"]*)"')
  export Fapi__BaseAddress Fapi__ApiKey Fapi__ApiSecret
}

# field JSON REGEX: the string that the regex captures, with the escapes of JSON resolved.
field() {
  [[ $1 =~ $2 ]] && printf '%b' "${BASH_REMATCH[1]}"
}

stop_exchange() {
  if [[ -n ${exchange_PID:-} ]]; then
    # Not INT, which a shell without job control lets its background jobs ignore.
    kill -TERM "$exchange_PID" && wait "$exchange_PID"
  fi
}

# Each Fapi package in the folder of restored packages says where it came from.
only_from_feed() {
  local metadata
  for metadata in "$work"/packages/fapi.*/*/.nupkg.metadata; do
    echo "$metadata"
    grep -q "\"source\": \".*artifacts/packages\"" "$metadata" || return 1
  done
}

dashboard() {
  grep -q '"title": "Fapi SDK"' "$work"/packages/fapi.sdk/*/dashboards/fapi-sdk.json
}

# What each package has to hold, and what none may.
contents() {
  local package files nuspec
  for package in Fapi.Sdk Fapi.Sdk.Ed25519 Fapi.Sdk.HealthChecks Fapi.Sdk.Redis Fapi.Contract Fapi.Sandbox Fapi.Leverage Fapi.Leverage.Tool Fapi.SpecCheck Fapi.SpecCheck.any Fapi.SpecCheck.linux-x64; do
    files=$(unzip -Z1 "$artifacts/packages/$package.$FapiVersion.nupkg") || return 1
    nuspec=$(unzip -p "$artifacts/packages/$package.$FapiVersion.nupkg" "$package.nuspec") || return 1
    for part in '<license type="expression">' '<icon>' '<readme>' "<releaseNotes>## $FapiVersion" '<repository '; do
      grep -qF "$part" <<<"$nuspec" || { echo "$package has no $part"; return 1; }
    done
    grep -qx README.md <<<"$files" && grep -qx icon.png <<<"$files" || { echo "$package lacks its README or icon"; return 1; }
    # Each assembly that users compile against has its documentation beside it.
    [[ $(grep -c '^lib/.*[.]dll$' <<<"$files") -eq $(grep -c '^lib/.*[.]xml$' <<<"$files") ]] || { echo "$package lacks documentation"; return 1; }
    # The tool itself only points to those with code in them.
    [[ $package == Fapi.SpecCheck ]] || unzip -Z1 "$artifacts/packages/$package.$FapiVersion.snupkg" '*.pdb' >/dev/null || { echo "$package has no symbols"; return 1; }
    [[ $package != Fapi.Sdk* ]] || ! grep -qi nswag <<<"$files$nuspec" || { echo "$package needs NSwag at run time"; return 1; }
  done
  [[ $(find "$artifacts/packages" -name '*.nupkg' | wc -l) -eq 11 ]] || { ls "$artifacts/packages"; return 1; }
}

closure() {
  dotnet publish ConsoleApp -c Release --no-self-contained -p:UseAppHost=false -o "$work/closure" -nologo || return 1
  local count kib
  count=$(find "$work/closure" -name '*.dll' ! -name ConsoleApp.dll | wc -l)
  kib=$(find "$work/closure" -name '*.dll' ! -name ConsoleApp.dll -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum / 1024 }')
  echo "closure of Fapi.Sdk on net10.0: $count packages of an assembly each, $kib KiB"
}

# Publishes the app for native code and trimmed, without a warning on an assembly of ours, and runs both.
native() {
  local kind
  dotnet run --project CallWriter >"$work/Calls.g.cs" || return 1
  for kind in Aot Trimmed; do
    dotnet publish NativeApp -c Release --ucr --sc "-p:Publish$kind=true" -o "$work/$kind" -nologo >"$logs/publish-$kind.log" 2>&1 ||
      { cat "$logs/publish-$kind.log"; return 1; }
    if grep -E 'warning IL[0-9]+.*Fapi' "$logs/publish-$kind.log"; then return 1; fi
    "$work/$kind/NativeApp" || return 1
  done
}

# Native code has to bring its first response in about a third of the time that the just-in-time compiler takes.
native_start() {
  dotnet build NativeApp -c Release -o "$work/Jit" -nologo || return 1
  local native jit
  native=$(fastest "$work/Aot/NativeApp" first) || return 1
  jit=$(fastest dotnet "$work/Jit/NativeApp.dll" first) || return 1
  echo "first response of native code after $native ms, of compiled just in time after $jit ms; $(size Aot) KiB, trimmed $(size Trimmed) KiB"
  ((native * 100 <= jit * 35))
}

# size FOLDER: KiB without symbols.
size() { find "$work/$1" -type f ! -name '*.dbg' ! -name '*.pdb' -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum / 1024 }'; }

mkdir -p "$logs"
rm -rf "$work"/{tools,closure,Aot,Trimmed,Jit} "$work"/packages/fapi.*
trap stop_exchange EXIT
FapiVersion=$(dotnet msbuild "$root/src/Fapi.Sdk" -getProperty:Version)
export FapiVersion

check pack pack
check contents contents
check tools tools
check startup startup
check exchange start_exchange
for app in ConsoleApp Worker Pinned PlanAtStart; do
  check "$app" dotnet run --project "$app"
done
for tests in WebApi.Tests Mocking; do
  check "$tests" dotnet test --project "$tests"
done
check native native
check native-start native_start
check Libraries dotnet build Libraries -nologo
check README ./readme.sh
check only-from-feed only_from_feed
check dashboard dashboard
check compatibility ./compatibility.sh
check closure closure

printf '%s\n' "${rows[@]}"
tail -q -n 1 "$logs"/{closure,startup,native-start}.log
echo "consumers: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
