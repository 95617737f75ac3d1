# The page and the server in one image: Node and the built files, no packages, no source.
#   docker build -t ief-builder .
# How to run it: docs/operation.md

FROM node:22.23.3-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No script of a package runs, here or later.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# The second command tells Node how to read the files: package.json stays behind.
RUN npm run build && printf '{"type":"module"}\n' > dist/package.json

FROM node:22.23.3-slim
WORKDIR /app
# Of root and only readable: the server needs nothing it could write.
COPY --from=build /app/dist/package.json dist/package.json
COPY --from=build /app/dist/client dist/client
COPY --from=build /app/dist/server dist/server
# An address that others can reach: without TLS, or a proxy that has it, the server refuses to start and says so.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
USER 10001:10001
EXPOSE 8080
# The certificate is the server's own and may be for another name; nothing secret goes this way.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "const {TLS_CERT_FILE: tls, PORT} = process.env; require(tls ? 'https' : 'http').get({host: '127.0.0.1', port: PORT, path: '/healthz', rejectUnauthorized: false}, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
CMD ["node", "dist/server/app.main.js"]
