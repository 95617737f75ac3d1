# The page and the server in one image: Node, the built files and the package of the store, without source.
#   docker build -t ief-builder .
# To run it, see docs/operation.md.

FROM node:22.23.3-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Never run install scripts of packages.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Node needs the module type, and package.json is not copied.
RUN npm run build && printf '{"type":"module"}\n' > dist/package.json
# The store's package has a native file, so it is not in dist/: it and what it loads, for this platform.
RUN mkdir -p store/@neon-rs && cp -r node_modules/libsql node_modules/@libsql store/ \
  && cp -r node_modules/@neon-rs/load store/@neon-rs/ && mkdir empty

FROM node:22.23.3-slim
WORKDIR /app
# Owned by root and read-only: the server writes only its store.
COPY --from=build /app/dist/package.json dist/package.json
COPY --from=build /app/dist/client dist/client
COPY --from=build /app/dist/server dist/server
COPY --from=build /app/store node_modules
COPY --from=build --chown=10001:10001 /app/empty /var/lib/ief-builder
# Others can reach this address, so the server refuses to start without TLS or a TLS proxy.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
VOLUME /var/lib/ief-builder
# The default store is a file below the working directory. IEF_STORE is not set, because IEF_STORE_FILE excludes it.
WORKDIR /var/lib/ief-builder
USER 10001:10001
EXPOSE 8080
# rejectUnauthorized: the certificate is for another name, and this request contains no secret.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "const {TLS_CERT_FILE: tls, PORT} = process.env; require(tls ? 'https' : 'http').get({host: '127.0.0.1', port: PORT, path: '/healthz', rejectUnauthorized: false}, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
CMD ["node", "/app/dist/server/app.main.js"]
