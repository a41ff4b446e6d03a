const PRIME = 16777619;

/** A 64-bit FNV-1a style hash of a text (two 32-bit lanes), as 16 hexadecimal digits; stable across versions and machines. */
export function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, PRIME);
    high = Math.imul(high ^ (unit + i), PRIME);
  }
  return hex(high) + hex(low);
}

function hex(x: number): string {
  return (x >>> 0).toString(16).padStart(8, '0');
}
