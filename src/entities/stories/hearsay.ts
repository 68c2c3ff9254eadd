/** Words by which a text calls what it tells a rumour. */
export const rumour = /据传|网传|传闻|谣传|据说|消息称|rumou?r|reportedly/iu;

/** Those, and words by which a text says that it has from others what it tells. */
export const hearsay = new RegExp(
  `${rumour.source}|爆料|被曝|据悉|知情人士|有消息|未经证实|sources? (?:say|said|tell|told|claim)|unconfirmed|allegedly`,
  'iu',
);
