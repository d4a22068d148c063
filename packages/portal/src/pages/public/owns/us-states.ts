/** A state of the United States: the number that maps know it by, and its names. */
export type UsState = { readonly fips: string; readonly en: string; readonly ja: string };

const ROWS = `US-AL 01 Alabama アラバマ州|US-AK 02 Alaska アラスカ州|US-AZ 04 Arizona アリゾナ州
US-AR 05 Arkansas アーカンソー州|US-CA 06 California カリフォルニア州|US-CO 08 Colorado コロラド州
US-CT 09 Connecticut コネチカット州|US-DE 10 Delaware デラウェア州
US-DC 11 District_of_Columbia コロンビア特別区|US-FL 12 Florida フロリダ州
US-GA 13 Georgia ジョージア州|US-HI 15 Hawaii ハワイ州|US-ID 16 Idaho アイダホ州
US-IL 17 Illinois イリノイ州|US-IN 18 Indiana インディアナ州|US-IA 19 Iowa アイオワ州
US-KS 20 Kansas カンザス州|US-KY 21 Kentucky ケンタッキー州|US-LA 22 Louisiana ルイジアナ州
US-ME 23 Maine メイン州|US-MD 24 Maryland メリーランド州
US-MA 25 Massachusetts マサチューセッツ州|US-MI 26 Michigan ミシガン州
US-MN 27 Minnesota ミネソタ州|US-MS 28 Mississippi ミシシッピ州|US-MO 29 Missouri ミズーリ州
US-MT 30 Montana モンタナ州|US-NE 31 Nebraska ネブラスカ州|US-NV 32 Nevada ネバダ州
US-NH 33 New_Hampshire ニューハンプシャー州|US-NJ 34 New_Jersey ニュージャージー州
US-NM 35 New_Mexico ニューメキシコ州|US-NY 36 New_York ニューヨーク州
US-NC 37 North_Carolina ノースカロライナ州|US-ND 38 North_Dakota ノースダコタ州
US-OH 39 Ohio オハイオ州|US-OK 40 Oklahoma オクラホマ州|US-OR 41 Oregon オレゴン州
US-PA 42 Pennsylvania ペンシルベニア州|US-RI 44 Rhode_Island ロードアイランド州
US-SC 45 South_Carolina サウスカロライナ州|US-SD 46 South_Dakota サウスダコタ州
US-TN 47 Tennessee テネシー州|US-TX 48 Texas テキサス州|US-UT 49 Utah ユタ州
US-VT 50 Vermont バーモント州|US-VA 51 Virginia バージニア州
US-WA 53 Washington ワシントン州|US-WV 54 West_Virginia ウェストバージニア州
US-WI 55 Wisconsin ウィスコンシン州|US-WY 56 Wyoming ワイオミング州`;

/** By their ISO 3166-2 codes. */
export const US_STATES: ReadonlyMap<string, UsState> = new Map(
  ROWS.split(/[|\n]/).map((row) => {
    const [code = "", fips = "", en = "", ja = ""] = row.split(" ");
    return [code, { fips, en: en.replaceAll("_", " "), ja }];
  }),
);
