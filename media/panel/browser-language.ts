/**
 * Gives the page a language that `Intl` accepts: under some system locales (`LANG=C`) Chromium calls itself `en-US@posix`, on which the
 * chart library throws as it loads. Imported for its effect, ahead of that library.
 */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

if (!isLanguageTag(navigator.language)) Object.defineProperty(navigator, 'language', { value: 'en-US' });
