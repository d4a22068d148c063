import { createServer, request as requestOf, type RequestListener } from "node:http";
import { duplexPair, Readable } from "node:stream";

/** Headers of one connection that the next one does not hand on (RFC 9110, 7.6.1). */
const OF_CONNECTION: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "transfer-encoding", "upgrade", "host"],
]);

/**
 * Lets a handler that was written for a server of Node's answer a `Request`: HTTP over a pair of
 * streams in memory, without a port. `Host` and the scheme are those of the request's address.
 */
export function inProcess(listener: RequestListener): (request: Request) => Promise<Response> {
  const server = createServer(listener);
  return async (request) => {
    const { protocol, host, pathname, search } = new URL(request.url);
    const headers: { [name: string]: string } = {};
    for (const [name, value] of request.headers) {
      if (!OF_CONNECTION.has(name)) headers[name] = value;
    }
    const [near, far] = duplexPair();
    server.emit("connection", far);
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const sent = requestOf({
      createConnection: () => near,
      method: request.method,
      path: pathname + search,
      headers: {
        ...headers,
        host,
        "x-forwarded-proto": protocol.slice(0, -1),
        connection: "close",
      },
    });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      const { statusCode: status = 500, rawHeaders } = answer;
      const ofAnswer = new Headers();
      for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
        const name = rawHeaders[at]!.toLowerCase();
        if (!OF_CONNECTION.has(name)) ofAnswer.append(name, rawHeaders[at + 1]!);
      }
      const hasBody = status !== 204 && status !== 304 && request.method !== "HEAD";
      if (!hasBody) answer.resume();
      const body = hasBody ? (Readable.toWeb(answer) as ReadableStream) : null;
      resolve(new Response(body, { status, headers: ofAnswer }));
    });
    sent.end(request.body === null ? undefined : new Uint8Array(await request.arrayBuffer()));
    return promise;
  };
}
