import type { ReportedParameter } from '../check/report';
import { evidence } from './evidence/evidence';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** What a parameter of a loss is for, its values, and how that is known; `written` prepares the reason for where it is shown. */
export function parameterLine(parameter: ReportedParameter, locale: Locale, written = (text: string): string => text): string {
  const { role, source, because } = parameter;
  return phrase(locale, 'parameter', {
    ...parameter,
    role: phrase(locale, `role.${role}`),
    source: phrase(locale, `source.${source}`),
    because: written(evidence(locale, because)),
    default: '',
  });
}
