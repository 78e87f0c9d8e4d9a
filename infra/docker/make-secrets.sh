#!/usr/bin/env bash
# Makes the passwords that docker-compose.yml hands to its services as files, once: existing ones are kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Nobody else may enter the folder; the files in it are readable since the services run as users of their own.
mkdir -p secrets
chmod 700 secrets
umask 022

random() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

if [[ ! -e secrets/database_url ]]; then
  password="$(random)"
  printf '%s' "$password" > secrets/postgres_password
  printf 'postgres://postgres:%s@postgres:5432/warmline' "$password" > secrets/database_url
fi
if [[ ! -e secrets/redis_url ]]; then
  password="$(random)"
  printf '%s' "$password" > secrets/redis_password
  printf 'redis://:%s@redis:6379' "$password" > secrets/redis_url
fi
