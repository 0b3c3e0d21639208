import { handlers } from './handlers.ts';
import type { Answer, Question } from './protocol.ts';

addEventListener('message', ({ data: question }: MessageEvent<Question>) => {
  const { number } = question;
  try {
    const { output, move } = handlers[question.name](question.input);
    postMessage({ kind: 'done', number, output } satisfies Answer, { transfer: move });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    postMessage({ kind: 'failed', number, message } satisfies Answer);
  }
});
