/** Countries, and towns abroad that people give as their town; '=' joins the names of one. Whoever lives there lives outside. */
export const abroadNames = `
Nederland=Holland=Pays-Bas=Netherlands, Frankrijk=France, Duitsland=Allemagne=Germany=Deutschland, Groothertogdom Luxemburg,
Verenigd Koninkrijk=Groot-Brittannië=Engeland=Schotland=England=United Kingdom=UK, Ierland, Spanje=Espagne=Spain, Portugal,
Italië=Italie=Italy, Zwitserland=Suisse, Oostenrijk, Polen=Pologne=Poland, Roemenië=Roumanie=Romania, Bulgarije=Bulgarie=Bulgaria,
Griekenland, Hongarije, Tsjechië, Slowakije, Slovenië, Kroatië, Servië, Kosovo, Albanië, Noord-Macedonië=Macedonië, Bosnië,
Montenegro, Moldavië, Oekraïne=Ukraine, Rusland=Russie=Russia, Wit-Rusland, Georgië, Armenië, Azerbeidzjan, Turkije=Turquie=Turkey,
Denemarken, Zweden, Noorwegen, Finland, IJsland, Estland, Letland, Litouwen, Malta, Cyprus, Marokko=Maroc=Morocco, Algerije=Algérie,
Tunesië=Tunisie, Egypte, Syrië=Syrie=Syria, Irak, Iran, Afghanistan, Pakistan, India, Nepal, Bangladesh, China, Japan, Thailand,
Vietnam, Filipijnen, Palestina, Gaza, Libanon, Israël, Jordanië, Somalië, Eritrea, Ethiopië, Soedan, Kenia, Oeganda, Rwanda,
Burundi, Congo=DR Congo, Kameroen, Nigeria, Ghana, Guinee, Senegal, Ivoorkust, Togo, Benin, Angola, Zuid-Afrika, Verenigde Staten=VS=USA,
Canada, Mexico, Brazilië, Colombia, Venezuela, Ecuador, Peru, El Salvador, Guatemala, Honduras, Dominicaanse Republiek, Cuba, Haïti, Suriname, Australië,
Amsterdam, Rotterdam, Den Haag='s-Gravenhage, Utrecht, Maastricht, Eindhoven, Breda, Tilburg, Roosendaal, Bergen op Zoom, Den Bosch='s-Hertogenbosch,
Middelburg, Terneuzen, Hulst, Weert, Roermond, Heerlen, Sittard, Parijs=Paris, Rijsel, Duinkerke=Dunkerque, Roubaix, Tourcoing,
Valenciennes, Maubeuge, Aken=Aachen, Keulen=Köln, Berlijn=Berlin, Londen=London
`;
