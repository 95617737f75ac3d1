/**
 * The functions of the script. They only read, use only what POSIX and busybox have, and take every value as an
 * argument. Each check prints exactly one line.
 */
export const scriptFunctions = String.raw`failed=0
say() {
  [ "$1" = fail ] && failed=1
  printf '%-4s %s: %s\n' "$1" "$2" "$3"
}
# Whole numbers and decimals: true if $1 is at least $2.
at_least() {
  awk -v a="$1" -v b="$2" 'BEGIN { exit !(a + 0 >= b + 0) }'
}
# One line, whatever a command printed.
one_line() {
  tr '\n\r\t' '   ' | cut -c 1-120
}
check_architecture() {
  machine=$(uname -m)
  case $machine in
    x86_64 | amd64) runs='amd64 386' ;;
    aarch64 | arm64) runs='arm64 arm' ;;
    armv*) runs=arm ;;
    i?86) runs=386 ;;
    *) runs=$machine ;;
  esac
  for needed in $1; do
    case " $runs " in
      *" $needed "*) ;;
      *) say fail "$w_architecture" "$machine ($w_imagesNeed $needed)"; return ;;
    esac
  done
  say ok "$w_architecture" "$machine"
}
check_cpu() {
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || grep -c '^processor' /proc/cpuinfo 2>/dev/null)
  if [ -z "$cores" ]; then say skip "$w_cpu" "$w_unknown"
  elif at_least "$cores" "$1"; then say ok "$w_cpu" "$cores ($w_needed $1)"
  else say fail "$w_cpu" "$cores ($w_needed $1)"
  fi
}
check_memory() {
  free_mb=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null)
  if [ -z "$free_mb" ]; then say skip "$w_memory" "$w_unknown"
  elif at_least "$free_mb" "$1"; then say ok "$w_memory" "$free_mb ($w_needed $1)"
  else say fail "$w_memory" "$free_mb ($w_needed $1)"
  fi
}
check_disk() {
  place=/
  for candidate in /var/lib/docker /var/lib/containerd; do
    if [ -d "$candidate" ]; then place=$candidate; break; fi
  done
  numbers=$(df -Pk "$place" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024), int($5) }')
  free_mb=${'$'}{numbers% *}
  percent=${'$'}{numbers#* }
  if [ -z "$numbers" ]; then say skip "$w_disk" "$w_unknown"
  elif at_least "$percent" 70; then
    say warn "$w_disk" "$place: $free_mb $w_freeMb, $percent% $w_used ($w_diskFull)"
  else say ok "$w_disk" "$place: $free_mb $w_freeMb, $percent% $w_used"
  fi
}
check_clock() {
  now=$(date +%s)
  shown=$(date -u '+%Y-%m-%d %H:%M:%S UTC')
  if ! at_least "$now" "$1"; then say fail "$w_clock" "$shown ($w_clockBehind)"
  elif [ "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" = no ]; then
    say warn "$w_clock" "$shown ($w_clockFree)"
  else say ok "$w_clock" "$shown"
  fi
}
check_engine() {
  if command -v docker >/dev/null 2>&1; then
    version=$(docker version --format '{{.Server.Version}}' 2>/dev/null | one_line)
    if [ -n "$version" ]; then say ok "$w_engine" "docker $version"
    else say fail "$w_engine" "docker ($w_engineDown)"
    fi
  elif command -v containerd >/dev/null 2>&1; then
    say ok "$w_engine" "$(containerd --version 2>/dev/null | one_line)"
  elif command -v isula >/dev/null 2>&1; then
    say ok "$w_engine" isula
  else say fail "$w_engine" "$w_noEngine"
  fi
}
check_host() {
  if command -v getent >/dev/null 2>&1; then address=$(getent hosts "$2" 2>/dev/null | awk 'NR == 1 { print $1 }')
  elif command -v nslookup >/dev/null 2>&1; then
    address=$(nslookup "$2" 2>/dev/null | awk '/^Name:/ { named = 1 } named && /^Address/ { print $NF; exit }')
  else say skip "$1" "$2 ($w_unknown)"; return
  fi
  if [ -n "$address" ]; then say ok "$1" "$2 -> $address"
  else say fail "$1" "$2 ($w_unresolved)"
  fi
}
# Listening TCP sockets have state 0A, bound UDP sockets state 07.
check_port() {
  label=$2
  [ "$2" = "$3" ] || label=$2-$3
  if [ ! -r /proc/net/$1 ]; then say skip "$w_port" "$label/$1 ($w_unknown)"; return; fi
  state=0A
  [ "$1" = udp ] && state=07
  used=$(cat /proc/net/$1 /proc/net/$1"6" 2>/dev/null | awk -v min="$2" -v max="$3" -v state="$state" '
    function number(hex,  i, sum) {
      for (i = 1; i <= length(hex); i++)
        sum = sum * 16 + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
      return sum
    }
    $4 == state { parts = split($2, part, ":"); port = number(part[parts]); if (port >= min + 0 && port <= max + 0) { print port; exit } }')
  if [ -n "$used" ]; then say fail "$w_port" "$used/$1 $w_taken"
  else say ok "$w_port" "$label/$1 $w_free"
  fi
}
check_path() {
  if [ -d "$1" ]; then say ok "$w_path" "$2 ($w_directory)"
  elif [ -e "$1" ]; then say ok "$w_path" "$2 ($w_file)"
  else say warn "$w_path" "$2 $w_missing"
  fi
}
check_device() {
  if [ -c "$1" ] || [ -b "$1" ] || [ -d "$1" ]; then say ok "$w_device" "$2"
  elif [ -e "$1" ]; then say fail "$w_device" "$2 $w_noDevice"
  else say fail "$w_device" "$2 $w_missing"
  fi
}
check_gpu() {
  if command -v nvidia-smi >/dev/null 2>&1; then
    gpu=$(nvidia-smi -L 2>/dev/null | one_line)
    if [ -n "$gpu" ]; then say ok GPU "$gpu"; return; fi
  fi
  say fail GPU "nvidia-smi $w_missing"
}
check_npu() {
  for device in /dev/davinci[0-9]*; do
    if [ -c "$device" ]; then say ok NPU "$device $w_found"; return; fi
  done
  if command -v npu-smi >/dev/null 2>&1; then say ok NPU "npu-smi $w_found"
  else say fail NPU "/dev/davinci* $w_missing"
  fi
}`;
