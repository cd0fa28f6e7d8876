/**
 * The 63 municipalities of Vlaams-Brabant with their 133 postal codes and sub-localities, one municipality a line:
 * NIS code, name | postal code: sub-localities | …
 *
 * Source: Statbel, REFNIS 2025 (statbel.fgov.be), licence CC BY 4.0; postal codes as georeferenced by Statbel and
 * checked with bpost. Changes made: compacted into lines, the hyphen of Kessel-Lo put back.
 */
export const municipalityTable = {
  'Halle-Vilvoorde': `
23105 Affligem | 1790: Essene, Hekelgem, Teralfene
23002 Asse | 1730: Bekkerzeel, Kobbegem, Mollem | 1731: Relegem, Zellik | 1733
23003 Beersel | 1650 | 1651: Lot | 1652: Alsemberg | 1653: Dworp | 1654: Huizingen
23009 Bever | 1547
23016 Dilbeek | 1700: Sint-Martens-Bodegem, Sint-Ulriks-Kapelle | 1701: Itterbeek | 1702: Groot-Bijgaarden | 1703: Schepdaal
23098 Drogenbos | 1620
23025 Grimbergen | 1850 | 1851: Humbeek | 1852: Beigem | 1853: Strombeek-Bever
23027 Halle | 1500 | 1501: Buizingen | 1502: Lembeek
23033 Hoeilaart | 1560
23038 Kampenhout | 1910: Berg, Buken, Nederokkerzeel
23039 Kapelle-op-den-Bos | 1880: Nieuwenrode, Ramsdonk
23099 Kraainem | 1950
23104 Lennik | 1750: Gaasbeek, Sint-Kwintens-Lennik, Sint-Martens-Lennik
23044 Liedekerke | 1770
23100 Linkebeek | 1630
23045 Londerzeel | 1840: Malderen, Steenhuffel
23047 Machelen | 1830 | 1831: Diegem | 1931 | 1934
23050 Meise | 1860 | 1861: Wolvertem
23052 Merchtem | 1785: Brussegem, Hamme
23060 Opwijk | 1745: Mazenzele
23062 Overijse | 3090
23106 Pajottegem | 1540: Herfelingen | 1541: Sint-Pieters-Kapelle | 1570: Tollembeek, Vollezele | 1755: Kester, Leerbeek, Oetingen
23064 Pepingen | 1670: Bogaarden, Heikruis | 1671: Elingen | 1673: Beert | 1674: Bellingen
23097 Roosdaal | 1760: Onze-Lieve-Vrouw-Lombeek, Pamel, Strijtem | 1761: Borchtlombeek
23101 Sint-Genesius-Rode | 1640
23077 Sint-Pieters-Leeuw | 1600: Oudenaken, Sint-Laureins-Berchem | 1601: Ruisbroek | 1602: Vlezenbeek
23081 Steenokkerzeel | 1820: Melsbroek, Perk
23086 Ternat | 1740 | 1741: Wambeek | 1742: Sint-Katherina-Lombeek
23088 Vilvoorde | 1800: Peutie | 1804
23102 Wemmel | 1780
23103 Wezembeek-Oppem | 1970
23094 Zaventem | 1930: Nossegem | 1932: Sint-Stevens-Woluwe | 1933: Sterrebeek | 1935
23096 Zemst | 1980: Eppegem | 1981: Hofstade | 1982: Elewijt, Weerde
`,
  Leuven: `
24001 Aarschot | 3200: Gelrode | 3201: Langdorp | 3202: Rillaar
24007 Begijnendijk | 3130: Betekom
24008 Bekkevoort | 3460: Assent | 3461: Molenbeek-Wersbeek
24009 Bertem | 3060: Korbeek-Dijle | 3061: Leefdaal
24011 Bierbeek | 3360: Korbeek-Lo, Lovenjoel, Opvelp
24014 Boortmeerbeek | 3190 | 3191: Hever
24016 Boutersem | 3370: Kerkom, Neervelp, Roosbeek, Vertrijk, Willebringen
24020 Diest | 3290: Deurne, Schaffen, Webbekom | 3293: Kaggevinne | 3294: Molenstede
24028 Geetbets | 3450: Grazen | 3454: Rummen
24137 Glabbeek | 3380: Bunsbeek | 3381: Kapellen | 3384: Attenrode
24033 Haacht | 3150: Tildonk, Wespelaar
24038 Herent | 3020: Veltem-Beisem, Winksele
24041 Hoegaarden | 3320: Meldert | 3321: Outgaarden
24043 Holsbeek | 3220: Kortrijk-Dutsel, Sint-Pieters-Rode | 3221: Nieuwrode
24045 Huldenberg | 3040: Loonbeek, Neerijse, Ottenburg, Sint-Agatha-Rode
24048 Keerbergen | 3140
24054 Kortenaken | 3470: Ransberg, Sint-Margriete-Houtem | 3471: Hoeleden | 3472: Kersbeek-Miskom | 3473: Waanrode
24055 Kortenberg | 3070 | 3071: Erps-Kwerps | 3078: Everberg, Meerbeek
24059 Landen | 3400: Eliksem, Ezemaal, Laar, Neerwinden, Overwinden, Rumsdorp, Wange | 3401: Waasmont, Walsbets, Walshoutem, Wezeren | 3404: Attenhoven, Neerlanden
24062 Leuven | 3000 | 3001: Heverlee | 3010: Kessel-Lo | 3012: Wilsele | 3018: Wijgmaal
24133 Linter | 3350: Drieslinter, Melkwezer, Neerhespen, Neerlinter, Orsmaal-Gussenhoven, Overhespen, Wommersom
24066 Lubbeek | 3210: Linden | 3211: Binkom | 3212: Pellenberg
24086 Oud-Heverlee | 3050 | 3051: Sint-Joris-Weert | 3052: Blanden | 3053: Haasrode | 3054: Vaalbeek
24094 Rotselaar | 3110 | 3111: Wezemaal | 3118: Werchter
24134 Scherpenheuvel-Zichem | 3270: Scherpenheuvel | 3271: Averbode, Zichem | 3272: Messelbroek, Testelt
24104 Tervuren | 3080: Duisburg, Vossem
24135 Tielt-Winge | 3390: Houwaart, Sint-Joris-Winge, Tielt | 3391: Meensel-Kiezegem
24107 Tienen | 3300: Bost, Goetsenhoven, Hakendover, Kumtich, Oorbeek, Oplinter, Sint-Margriete-Houtem, Vissenaken
24109 Tremelo | 3120 | 3128: Baal
24130 Zoutleeuw | 3440: Budingen, Dormaal, Halle-Booienhoven, Helen-Bos
`,
} as const;

/**
 * Other names people still type: 'name | postal code | NIS'. Municipalities that merged into Pajottegem in 2025, names
 * of 1970s mergers, and French names (official in the municipalities with language facilities, customary elsewhere).
 */
export const aliasTable = `
Galmaarden | 1570 | 23106
Gooik | 1755 | 23106
Herne | 1540 | 23106
Attenrode-Wever | 3384 | 24137
Glabbeek-Zuurbemde | 3380 | 24137
Biévène | 1547 | 23009
Crainhem | 1950 | 23099
Rhode-Saint-Genèse | 1640 | 23101
Hal | 1500 | 23027
Leeuw-Saint-Pierre | 1600 | 23077
Vilvorde | 1800 | 23088
Louvain | 3000 | 24062
Tirlemont | 3300 | 24107
Tervueren | 3080 | 24104
Léau | 3440 | 24130
Montaigu-Zichem | 3270 | 24134
Montaigu | 3270 | 24134
Sichem | 3271 | 24134
Aerschot | 3200 | 24001
Wezembeek-Ophem | 1970 | 23103
Overijsche | 3090 | 23062
Grimberghen | 1850 | 23025
Saventhem | 1930 | 23094
`;
