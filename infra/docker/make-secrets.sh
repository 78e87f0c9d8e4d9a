#!/usr/bin/env bash
# Makes the passwords that docker-compose.yml hands to its services as files, once: existing ones are
# kept, but those of 0.2 give way to one for each role.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Nobody else may enter the folder; the files in it are readable since the services run as users of their own.
mkdir -p secrets
chmod 700 secrets
umask 022

random() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

# One for each role. `migrate` makes the roles with these passwords; only it is handed the first two.
if [[ ! -e secrets/postgres_password ]]; then random > secrets/postgres_password; fi
database_url() { printf 'postgres://%s:%s@postgres:5432/warmline' "$1" "$2"; }
if [[ ! -e secrets/database_admin_url ]]; then
  database_url postgres "$(cat secrets/postgres_password)" > secrets/database_admin_url
fi
if [[ ! -e secrets/database_owner_url ]]; then database_url warmline_owner "$(random)" > secrets/database_owner_url; fi
# Before 0.3 gateway and worker were the superuser.
if [[ ! -e secrets/database_url ]] || grep -q '^postgres://postgres:' secrets/database_url; then
  database_url warmline_app "$(random)" > secrets/database_url
fi
# Of the worker, for the audit log.
if [[ ! -e secrets/database_sequencer_url ]]; then
  database_url warmline_sequencer "$(random)" > secrets/database_sequencer_url
fi
# Redis itself is given hashes only.
redis_user() { # redis_user gateway FILE
  # Before 0.3 there was one user, without a name.
  if [[ ! -e "secrets/$2" ]] || grep -q '^redis://:' "secrets/$2"; then
    printf 'redis://warmline_%s:%s@redis:6379' "$1" "$(random)" > "secrets/$2"
  fi
  local password
  password="$(sed -E 's#^redis://[^:]*:([^@]*)@.*#\1#' "secrets/$2")"
  printf '%s' "$password" | { sha256sum 2> /dev/null || shasum -a 256; } | cut -d ' ' -f 1 > "secrets/redis_$1_hash"
}
redis_user gateway redis_url
redis_user worker redis_worker_url
rm -f secrets/redis_password
