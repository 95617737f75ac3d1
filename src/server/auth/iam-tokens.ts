import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import { asObject } from '#src/json/value.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import {
  UpstreamFailure,
  type Upstream,
  type UpstreamResponse,
} from '#src/server/proxy/upstream/upstream.ts';

/** An IAM user, and the project of its tokens: by ID, or by region name. */
export interface IamUser {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
  readonly project: { readonly id: string } | { readonly name: string };
}

/** Fetches a token on demand, caches it in memory and renews it before it expires. */
export interface IamTokens {
  /** Returns a token believed to be valid. Throws HttpProblem credentials_refused or not_sent. */
  get(): Promise<string>;
  /** Reports that `token` was refused. Resolves to true once there is another one. Throws like `get`. */
  replace(token: string): Promise<boolean>;
  /** The cached token, if any. */
  peek(): string | undefined;
}

/** A token is renewed after this share of its lifetime. */
const RENEW_AT = 0.8;
/** The vendor's token lifetime, 24 hours; used if the response does not state one. */
const DEFAULT_LIFE_MS = 24 * 60 * 60 * 1000;
/** A refused password is not retried for this long, because IAM locks accounts. */
const REFUSAL_CACHE_MS = 60_000;
/** After a failed renewal, the old token stays in use and IAM gets no request for this long. */
const RETRY_PAUSE_MS = 30_000;
/** If a token younger than this is refused, a new one would not help. */
const MIN_AGE_TO_REPLACE_MS = 5_000;

interface CachedToken {
  readonly token: string;
  readonly fetchedAt: number;
  readonly renewAt: number;
  readonly endsAt: number;
}

/**
 * Creates the token source of one user. `iam` sends requests to IAM. `now` returns milliseconds and never runs
 * backwards; it is enough because a token's lifetime is a duration.
 */
export function createIamTokens(iam: Upstream, user: IamUser, now: () => number): IamTokens {
  let cached: CachedToken | undefined;
  let pending: Promise<CachedToken> | undefined;
  let refusal: { readonly problem: HttpProblem; readonly until: number } | undefined;
  let pausedUntil = 0;

  /** Sends one request to IAM at a time; all callers share it. */
  function fetchToken(): Promise<CachedToken> {
    if (refusal !== undefined && refusal.until > now())
      return Promise.reject(copyOf(refusal.problem));
    pending ??= requestToken(iam, user, now)
      .then((token) => {
        cached = token;
        refusal = undefined;
        return token;
      })
      .catch((error: unknown) => {
        pausedUntil = now() + RETRY_PAUSE_MS;
        if (error instanceof HttpProblem && error.code === 'BUILDER.credentials_refused') {
          refusal = { problem: error, until: now() + REFUSAL_CACHE_MS };
        }
        throw error;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  }

  return {
    async get() {
      const time = now();
      if (cached === undefined || cached.endsAt <= time) return (await fetchToken()).token;
      // The old token is still valid, so requests do not wait for the new one and a failed renewal is not reported.
      if (cached.renewAt <= time && pausedUntil <= time) fetchToken().catch(() => undefined);
      return cached.token;
    },
    async replace(token) {
      if (cached !== undefined && cached.token !== token) return true;
      const age = now() - (cached?.fetchedAt ?? 0);
      if (cached !== undefined && age < MIN_AGE_TO_REPLACE_MS) return false;
      // Keep the old token until there is a new one: the refusal may be temporary, and IAM may be down.
      return (await fetchToken()).token !== token;
    },
    peek: () => cached?.token,
  };
}

async function requestToken(iam: Upstream, user: IamUser, now: () => number): Promise<CachedToken> {
  const body = {
    auth: {
      identity: {
        methods: ['password'],
        password: {
          user: { domain: { name: user.domain }, name: user.name, password: user.password },
        },
      },
      scope: { project: user.project },
    },
  };
  const response = await iam({
    method: 'POST',
    path: '/v3/auth/tokens?nocatalog=true',
    headers: { accept: 'application/json', 'content-type': 'application/json;charset=utf8' },
    body: new TextEncoder().encode(JSON.stringify(body)),
  }).catch(toProblem);
  return readToken(response, now());
}

function readToken(response: UpstreamResponse, nowMs: number): CachedToken {
  const token = response.headers.get('x-subject-token') ?? '';
  if (response.status === 201 && /^[\x21-\x7e]{1,100000}$/.test(token)) {
    const lifeMs = lifeOf(response);
    return {
      token,
      fetchedAt: nowMs,
      renewAt: nowMs + lifeMs * RENEW_AT,
      endsAt: nowMs + lifeMs,
    };
  }
  if ([400, 401, 403, 404, 409].includes(response.status)) {
    throw new HttpProblem(
      'BUILDER.credentials_refused',
      'IAM refused the user, password or project in the configuration of this server. Nothing was sent to the target.',
      { reason: 'iam_password' },
    );
  }
  throw new HttpProblem(
    'BUILDER.not_sent',
    'IAM returned no token. Nothing was sent to the target.',
    {
      reason: 'iam_bad_answer',
    },
  );
}

/** Uses the two times in the response itself, so a wrong clock on either side does not matter. */
function lifeOf({ body }: UpstreamResponse): number {
  const json = parseJson(body);
  const { issued_at: issued, expires_at: expires } = asObject(
    asObject(json.ok ? json.value : undefined).token,
  );
  const [from, to] = [issued, expires].map((time) =>
    typeof time === 'string' ? parseTimestamp(time)?.getTime() : undefined,
  );
  return from === undefined || to === undefined || to <= from ? DEFAULT_LIFE_MS : to - from;
}

function toProblem(error: unknown): never {
  if (!(error instanceof UpstreamFailure)) throw error;
  throw new HttpProblem(
    'BUILDER.not_sent',
    'The request to IAM failed. Nothing was sent to the target.',
    {
      reason: `iam_${error.reason}`,
      cause: error,
    },
  );
}

/** A new object, because a stored HttpProblem may be thrown many times. */
function copyOf({ code, message, reason }: HttpProblem): HttpProblem {
  return new HttpProblem(code, message, reason === undefined ? {} : { reason });
}
