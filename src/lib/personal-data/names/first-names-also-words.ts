/**
 * First names that are Dutch words too: names only inside a sentence and with a capital, or beside another name.
 */
export const firstNamesAlsoWords = `
  aagje abel adem alia ama amanda amaryllis angel ante aren arend ares aria art aster august aurelia aurora ava axel babs baptist baptiste bas beau belle ben bent berk bes bette bob bono briek brik broes cara cas cis clarisse clementine daisy demi dirk donna ebbe eddy eden els eren erna ester eva fee fidele fleur flo flor flora frank free gift gil gloria gul gus han hans hebe helder hope ion iris jantje jet job joe
  joke jon jul junior kaan kaatje kas ken largo lee lente lev lex lies liesje lila linde lino lion lis luk lut mara mare maren marina marine medina mees mehari melis mia mies miet mille mimi mina minne mirre mirte nada nadir nel nette nik nolle nona nova obi ode omer pascal pat patience per peter pietje pol rani raven rein reine ria rico rien riet rim rob robben roman roos rosa rover rowan rune samba scout sema sen
  sep sim staf sten storm sultan summer sus tiara tilde tinne toon trees tristen vin violet violette vita walt wies winter wolf
`;
