import type { UpstreamResponse, UpstreamRequest } from './upstream/upstream.ts';

/** What the caller is told when the target refuses the server's own credentials. */
export interface CredentialsRefusal {
  readonly message: string;
  /** A word for programs. */
  readonly reason: 'keys' | 'clock' | 'iam_token';
}

/** How requests to one target are authenticated. */
export interface Authorizer {
  /**
   * The headers that authenticate one try of a request; called again for each try. `callerToken` is the caller's own,
   * empty if there is none. Throws HttpProblem if nothing can be sent.
   */
  authorize(
    request: UpstreamRequest,
    callerToken: string,
  ): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  /**
   * Takes note of a refusal and returns whether a second try could succeed. A refused request was not carried out, so a
   * create may be refusedHeaders again. `refusedHeaders` are the headers that were refused. Throws HttpProblem if new credentials cannot be
   * obtained.
   */
  recoverFrom(
    response: UpstreamResponse,
    refusedHeaders: Readonly<Record<string, string>>,
  ): Promise<boolean> | boolean;
  /** What the caller is told about a lasting refusal; undefined if the target's own answer is for the caller. */
  explain(response: UpstreamResponse): CredentialsRefusal | undefined;
  /**
   * What the server itself holds or made and must not be in any answer. `sent` are the headers a request was sent with:
   * a token among them may have been replaced since, and still be valid.
   */
  secrets(sent: Readonly<Record<string, string>>): readonly string[];
}
