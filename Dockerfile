# One server of Plumbline. docs/operating.md says how it is run, alone or with others.
FROM node:20-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/LICENSE /build/package.json ./
COPY --from=build /build/bin bin
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
# Not the superuser's, and nothing of the program may be changed by who runs it.
RUN mkdir --mode=0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No shell in between: the server itself gets the signal to stop.
CMD ["node", "--max-semi-space-size=2", "--v8-pool-size=1", "dist/server/main.js"]
