/** First and last names of one origin. `ascii` spells them for an address where no letter of theirs is Latin. */
export interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** The family name comes first, with nothing between: 山本さくら. */
  readonly isFamilyFirst?: true;
  readonly ascii?: { readonly first: readonly string[]; readonly last: readonly string[] };
}

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*|\s*\n\s*/);

/** Names by origin, with how common each is on a French company's account. */
export const NAMES: readonly (readonly [weight: number, names: Names])[] = [
  [42, {
    first: words(`Élodie, Théo, Zoé, Chloé, Léa, Inès, Maëlys, Anaïs, Océane, Camille, Manon, Jade, Louise, Alice, Juliette, Agathe,
      Margaux, Clémence, Aurélie, Céline, Hélène, Sébastien, Rémi, Jérôme, Loïc, Gaël, Benoît, François, Frédéric, Grégoire,
      Jean-Baptiste, Jean-Luc, Marie-Claire, Anne-Sophie, Pierre-Yves, Marie-Ève, Hugo, Lucas, Nathan, Enzo, Mathis, Antoine, Maxime,
      Baptiste, Quentin, Thibault, Yann, Maël, Noémie, Solène, Eugénie, Raphaël, Gaëtan, Cédric, Stéphane, Valérie, Nathalie, Sylvie,
      Mireille, Odile`),
    last: words(`Martin, Bernard, Dubois, Thomas, Robert, Richard, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefèvre, Michel,
      Garcia, David, Bertrand, Roux, Vincent, Fournier, Morel, Girard, André, Mercier, Dupont, Lambert, Bonnet, François, Martinez,
      Legrand, Garnier, Faure, Rousseau, Blanc, Guérin, Müller, Henry, Roussel, Nicolas, Périn, Lemaître, Noël, Gauthier, Dumont,
      L'Hôpital, D'Alembert, Le Goff, Le Gall, De La Rue, Saint-Étienne, Béranger, Château, Crête, Deschênes, Forêt, Hébert, Île,
      Kervadec, Lépine, Ménard, Nuñez, Pelletier-Roy, Quéméner, Ségur, Thévenin, Vallée, Wœrth, Yvon, N'Diaye, Ouédraogo, Traoré, Benali,
      Haddad, Cohen, Nguyen-Durand`),
  }],
  [13, {
    first: words(`Oliver, Amelia, George, Isla, Harry, Ava, Jack, Emily, Charlie, Sophie, Grace, Siobhán, Niamh, Aoife, Ciarán, Seán, Zadie, Kwame, Imani, Jordan, Taylor, Morgan`),
    last: words(`Smith, Jones, Taylor, Brown, Williams, Wilson, O'Brien, O’Connor, MacDonald, McKenzie, Fitzgerald, Okafor, Adeyemi, Mensah, Campbell-Reid, Wright, Walker, Hughes, St. John, Ó Súilleabháin`),
  }],
  [8, {
    first: words(`Jürgen, Günther, Käthe, Björn, Sören, Lena, Jonas, Anke, Heike, Matthias, Jörg, Änne, Finn, Mia, Hannah`),
    last: words(`Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schäfer, Köhler, Groß, Weiß, Jäger, Krüger, von der Heide, Müller-Lüdenscheidt`),
  }],
  [8, {
    first: words(`María, José, Lucía, Íñigo, Sofía, Ángel, Begoña, Joaquín, Núria, Xavier, Martí, Concepción, Raúl, Mónica`),
    last: words(`García, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Núñez, Ibáñez, Muñoz, Peña, Echeverría, Puig i Cadafalch, Gutiérrez de la Concha`),
  }],
  [5, {
    first: words(`Giulia, Niccolò, Chiara, Luca, Alessandro, Martina, Matteo, Francesca, Noè, Benedetta`),
    last: words(`Rossi, Russo, Ferrari, Esposito, Bianchi, Dall'Acqua, D'Angelo, De Luca, Costa, Lo Presti`),
  }],
  [4, {
    first: words(`João, Inês, Gonçalo, Tomás, Beatriz, Conceição, Luís, Thaís, Antônio, Débora`),
    last: words(`Silva, Santos, Conceição, Gonçalves, Araújo, Magalhães, da Cunha, dos Santos, Guimarães, Simões`),
  }],
  [5, {
    first: words(`Łukasz, Małgorzata, Zbigniew, Agnieszka, Michał, Żaneta, Jiří, Tomáš, Kateřina, Ondřej, Ágnes, Győző, Ştefan, Mădălina`),
    last: words(`Kowalski, Wiśniewska, Wójcik, Dąbrowski, Szczepańska, Brzęczyszczykiewicz, Novák, Dvořák, Černý, Kovács, Szőke, Popescu, Ţăranu`),
  }],
  [3, {
    first: words(`Åsa, Søren, Øyvind, Jón, Guðrún, Þóra, Aino, Väinö, Linnéa, Bjørn`),
    last: words(`Åkesson, Ødegård, Jónsdóttir, Guðmundsson, Hämäläinen, Sørensen, Lindqvist, Bergström, Næss, Yrjölä`),
  }],
  [3, {
    first: words(`Ayşe, Çağla, İbrahim, Işıl, Oğuz, Şule, Yiğit, Ömer`),
    last: words(`Yılmaz, Öztürk, Çelik, Şahin, Güneş, Doğan, Kılıç, İnce`),
  }],
  [3, {
    first: words(`Nguyễn Thị Minh, Hoàng, Đức, Thảo, Quỳnh, Bảo, Phương, Đặng`),
    last: words(`Nguyễn, Trần, Lê, Phạm, Hoàng, Đặng, Bùi, Đỗ`),
  }],
  [2, {
    first: words(`أحمد, فاطمة, محمد, ليلى, يوسف, مريم, خالد, نور`),
    last: words(`الحداد, بن علي, المنصوري, خوري, السيد, العمري, حسن, الفاسي`),
    ascii: {
      first: words(`ahmed, fatima, mohamed, leila, youssef, mariam, khaled, nour`),
      last: words(`haddad, benali, mansouri, khoury, elsayed, omari, hassan, elfassi`),
    },
  }],
  [2, {
    first: words(`Олександр, Анна, Дмитрий, Ольга, Юрий, Наталія, Георги, Светлана`),
    last: words(`Шевченко, Иванова, Кузнецов, Коваленко, Петров, Щербак, Димитров, Соколова`),
    ascii: {
      first: words(`oleksandr, anna, dmitry, olga, yuri, natalia, georgi, svetlana`),
      last: words(`shevchenko, ivanova, kuznetsov, kovalenko, petrov, shcherbak, dimitrov, sokolova`),
    },
  }],
  [1, {
    first: words(`Αλέξανδρος, Ελένη, Γιώργος, Μαρία, Νίκος, Ιωάννα`),
    last: words(`Παπαδόπουλος, Νικολάου, Γεωργίου, Οικονόμου, Βασιλείου, Ιωάννου`),
    ascii: {
      first: words(`alexandros, eleni, giorgos, maria, nikos, ioanna`),
      last: words(`papadopoulos, nikolaou, georgiou, oikonomou, vasileiou, ioannou`),
    },
  }],
  [4, {
    isFamilyFirst: true,
    first: words(`伟, 芳, 娜, 秀英, 敏, 静, 健太, さくら, 陽子, 大輔, 美咲, 翔`),
    last: words(`王, 李, 张, 刘, 陈, 欧阳, 佐藤, 鈴木, 高橋, 田中, 渡辺, 山本`),
    ascii: {
      first: words(`wei, fang, na, xiuying, min, jing, kenta, sakura, yoko, daisuke, misaki, sho`),
      last: words(`wang, li, zhang, liu, chen, ouyang, sato, suzuki, takahashi, tanaka, watanabe, yamamoto`),
    },
  }],
  [1, {
    isFamilyFirst: true,
    first: words(`민준, 서연, 지훈, 하은, 도윤, 수빈`),
    last: words(`김, 이, 박, 최, 정, 남궁`),
    ascii: {
      first: words(`minjun, seoyeon, jihoon, haeun, doyun, subin`),
      last: words(`kim, lee, park, choi, jung, namgung`),
    },
  }],
  [3, {
    first: words(`Priya, Arjun, Lakshmi, Rohan, Ananya, Vikram, Deepika, Sanjay`),
    last: words(`Patel, Sharma, Iyer, Reddy, Chatterjee, Venkataraman, Subramaniam, Krishnamurthy-Ramanathan`),
  }],
]; // prettier-ignore

/** People with one name only: a first name, and no last one. */
export const SINGLE_NAMES = words(
  `Wulandari, Budi, Björk, Dewi, Thandiwe, Tenzin, Rahul, Sonam, Amihan, Ng`,
);

/** Names that try a layout's patience. */
export const LONG_NAMES: readonly (readonly [first: string, last: string])[] = [
  ['Marie-Antoinette-Joséphine', 'de Rochechouart de Mortemart-Saint-Aignan de la Tour d’Auvergne'],
  ['Maximilian-Alexander', 'Freiherr von und zu Hohenfels-Wolkenstein-Trostburg'],
  ['María de los Ángeles Guadalupe', 'Fernández de Córdoba y Álvarez de las Asturias-Bohorques'],
  ['Wijesinghe Arachchilage Don Chandrasekara', 'Mudiyanselage Jayawardhana Rajapaksha'],
  ['Hubert Blaine', 'Wolfeschlegelsteinhausenbergerdorff'],
];
