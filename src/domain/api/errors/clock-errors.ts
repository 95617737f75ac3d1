/** What gateways and proxies say when a time does not suit them: `signature expired`, `X-Sdk-Date`, `request timestamp`. */
const CLOCK_WORDS =
  /time ?stamp|x-sdk-date|clock|request time|time skew|(signature|request)\W+(\w+\W+){0,2}expired|expired\W+(signature|request)|not (yet )?valid (yet|before)|时钟|时间戳|签名.{0,6}过期/i;

/** True if a refusal speaks of a time or a clock: the clock of whoever signed the request may be wrong. */
export function pointsToClock({ code, message }: { code: string; message: string }): boolean {
  return code === 'APIGW.0303' || CLOCK_WORDS.test(message);
}
