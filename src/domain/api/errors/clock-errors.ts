/** Phrases of gateways and proxies that reject a time: `signature expired`, `X-Sdk-Date`, `request timestamp`. */
const CLOCK_WORDS =
  /time ?stamp|x-sdk-date|clock|request time|time skew|(signature|request)\W+(\w+\W+){0,2}expired|expired\W+(signature|request)|not (yet )?valid (yet|before)|时钟|时间戳|签名.{0,6}过期/i;

/** True if an error message mentions a time or a clock: the clock of the signer may be wrong. */
export function pointsToClock({ code, message }: { code: string; message: string }): boolean {
  return code === 'APIGW.0303' || CLOCK_WORDS.test(message);
}
