/** Answers of servers that readers meet, by their names in RFC 9110 and 6585. */
const STATUSES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** `404 Not Found`, `status 418`. */
export function statusText(status: number): string {
  const name = STATUSES[status];
  return name === undefined ? `status ${String(status)}` : `${String(status)} ${name}`;
}
