#!/usr/bin/env bash
# The same at the desk and in CI: types, lint, format, tests with the house among them. `--quick` leaves the tests out.
set -euo pipefail
cd "$(dirname "$0")/.."
npx tsc -p .
npx eslint .
npx prettier --check --log-level warn .
npm run --silent build
if [ "${1:-}" != '--quick' ]; then npm test; fi
