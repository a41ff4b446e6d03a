import type { Locale } from '../../engine/report/phrases/phrase';
import { fillSlots } from '../../engine/report/phrases/phrase';

/** What the reader of `.loss` files says of a place it cannot read, by its English pattern. */
const ZH_CN: Readonly<Record<string, string>> = {
  'unexpected {text}': '此处不应有 {text}',
  'unfinished expression': '表达式不完整',
  'something is missing before {text}': '{text} 之前缺少内容',
  'nothing is defined here': '此处没有定义任何内容',
  'only a name or name(parameters) can be defined': '只能定义名称或“名称(参数)”',
  'nested too deeply': '嵌套过深',
  'syntax error': '语法错误',
  'a number cannot follow here': '此处不能接数字',
  'too long for a declaration': '声明过长',
  'not a declaration: {text}': '不是声明：{text}',
  '{name} is not a parameter': '{name} 不是参数',
  '{name} is not an operation': '没有名为 {name} 的运算',
  '{name}: this name is not defined': '{name} 未定义',
  '{name}: it takes {count} arguments': '{name} 需要 {count} 个参数',
  '{name}: it calls itself': '{name} 调用了自身',
  '{name}: calls are nested too deeply': '{name}：调用嵌套过深',
};

/** A problem of a `.loss` text in the reader's language; one without a translation stays English. */
export function problemText(locale: Locale, message: string): string {
  if (locale === 'en') return message;
  for (const [pattern, translation] of Object.entries(ZH_CN)) {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const found = new RegExp(`^${escaped(pattern).replace(/\\\{\w+\\\}/g, '(.+)')}$`, 's').exec(message);
    if (found) return fillSlots(translation, Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ''])));
  }
  return message;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
