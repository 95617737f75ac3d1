import type { UpstreamResponse, UpstreamRequest } from './upstream/upstream.ts';

/** The response to the caller when the target refuses the server's own credentials. */
export interface CredentialsRefusal {
  readonly message: string;
  /** A code for programs. */
  readonly reason: 'keys' | 'clock' | 'iam_token';
}

/** How requests to one target are authenticated. */
export interface Authorizer {
  /**
   * Returns the headers that authenticate a request; called again for each attempt. `callerToken` is the caller's
   * own, empty if there is none. Throws HttpProblem if the request cannot be sent.
   */
  authorize(
    request: UpstreamRequest,
    callerToken: string,
  ): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  /**
   * Handles a refusal and returns whether a retry could succeed. A refused request was not carried out, so even a
   * create may be retried. Throws HttpProblem if new credentials cannot be obtained.
   */
  recoverFrom(
    response: UpstreamResponse,
    refusedHeaders: Readonly<Record<string, string>>,
  ): Promise<boolean> | boolean;
  /** Describes a final refusal; undefined if the caller gets the target's own response. */
  explain(response: UpstreamResponse): CredentialsRefusal | undefined;
  /**
   * The server's own secrets, which must not appear in any response. `sent` are the headers of the request: a token
   * among them may have been replaced since and still be valid.
   */
  secrets(sent: Readonly<Record<string, string>>): readonly string[];
}
