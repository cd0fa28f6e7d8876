# The bot as a container (docker build -t meldpunt-bot .): built once, then only what it needs to run, not as root. docs/operations.md says how it is run.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY cards ./cards
COPY scripts/start.js scripts/bundle.ts ./scripts/
COPY scripts/bundle ./scripts/bundle
RUN npm ci && npm run build && npm ci --omit=dev && mkdir data

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /bot
COPY --from=build /build/package.json /build/package-lock.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/cards ./cards
COPY --from=build /build/scripts/start.js ./scripts/start.js
COPY LICENSE THIRD-PARTY-NOTICES.md ./
COPY --from=build --chown=node:node /build/data ./data
USER node
VOLUME ["/bot/data"]
EXPOSE 3978
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.js"]
