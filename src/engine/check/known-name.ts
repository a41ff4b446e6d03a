import { CATALOGUE } from '../catalogue/index';

/** Name of a known loss in Chinese; null of one that is not in the catalogue. */
export function chineseName(id: string): string | null {
  return CATALOGUE.find((entry) => entry.id === id)?.name.zhCn ?? null;
}
