// Other forms of a Finnish word that the index's stemmer takes for another word: "kokouksessa" for "kokous".
//
// Pagefind stems by Snowball, which cuts endings but does not know that stems change before them. Each rule names a
// change: how a form ends and with what ending the same word has its other stem. What a rule makes need not be a word.

const RULES = [
  [/^(.+[uyoö])s$/, "$1ksen"], // kokous: kokouksen
  [/^(.+(?:uu|yy))s$/, "$1den"], // mahdollisuus: mahdollisuuden
  [/^(.+[uyoö])ks[ei].*$/, "$1s"], // kokouksessa: kokous
  [/^(.+(?:uu|yy))ks[ei].*$/, "$1den"], // mahdollisuuksia: mahdollisuuden
  [/^(.+(?:uu|yy))(?:d[ei]|t[eit]).*$/, "$1s"], // mahdollisuuden: mahdollisuus
  [/^(.+(?:uu|yy))(?:d[ei]|t[eit]).*$/, "$1ksien"], // mahdollisuuden: mahdollisuuksien
  [/^(.+)nen$/, "$1sen"], // uutinen: uutisen
  [/^(.{2,}[iaä])s(?:e|i|t[aäe]).*$/, "$1nen"], // uutisia: uutinen
  [/^(.{2,}[iaä])st[aäe].*$/, "$1sen"], // uutisten: uutisen
  [/^(.+h)d([eiaäoöuy].*)$/, "$1t$2"], // lehden: lehti
  [/^(.+h)t[ei][a-zåäö]{0,4}$/, "$1den"], // lehti: lehden
  [/^(.+[aeiouyäö])d([aeiouyäö].*)$/, "$1t$2"], // tiedon: tieto
  [/^(.*[aeiouyäö])t([aoöuyä])[a-zåäö]{0,3}$/, "$1d$2n"], // tieto: tiedon
  [/^(.+)ng([aeiouyäö].*)$/, "$1nk$2"], // kaupungin: kaupunki
  [/^(.+)nk([aeiouyäö])[a-zåäö]{0,3}$/, "$1ng$2n"], // kaupunki: kaupungin
];
const MOST = 12; // searches for one question

/** Give the questions to ask for a question: itself, and itself with the other forms of its words. */
export function questions(text, language) {
  const words = text.split(/\s+/);
  if (language !== "fi") return [text];
  let asked = [[]];
  for (const word of words) {
    const forms = [...new Set([word, ...otherForms(word.toLocaleLowerCase("fi"))])];
    asked = asked.flatMap((one) => forms.map((form) => [...one, form])).slice(0, MOST);
  }
  return asked.map((one) => one.join(" "));
}

function otherForms(word) {
  return RULES.filter(([pattern]) => pattern.test(word)).map(([pattern, form]) => word.replace(pattern, form));
}
