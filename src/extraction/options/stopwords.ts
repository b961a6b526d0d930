/** Words that are no part of an option's name: where one stands, a name ends. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  `a an the this that these those it its they them their he she his her him we us our you your i me my mine yours one ones some any
  all each every both either neither none no not nor and or but if then else so than as at by for from in into of off on onto out over
  to too up with without within via per about above after again against before below between during through under until while
  is are was were be been being am do does did doing done have has had having can could may might must shall should will would
  ought need needs needed want wants wanted get gets got getting go goes going gone come comes came make makes made making take takes
  took taken taking give gives gave given giving put puts let lets keep keeps kept see sees saw seen say says said think thinks
  thought know knows knew mean means meant seem seems seemed look looks looked feel feels try tries tried trying like likes
  liked prefer prefers preferred agree agrees agreed disagree suggest suggests suggested propose proposes proposed believe guess
  suppose hope wonder sure also just only even still yet already now here there where when why how what which who whom whose
  because since though although however therefore thus hence otherwise instead rather perhaps maybe probably possibly likely
  really very quite pretty much many more most less least few lot lots little bit well good better best bad worse worst great nice
  fine ok okay right wrong true same such other others another own new old first second third last next way ways thing
  things something anything nothing everything someone anyone people folks kind sort part case cases point points reason
  reasons idea fact problem issue question yes no yeah please thanks actually basically simply easily always never often sometimes
  usually currently today ever else etc e.g i.e vs use uses used using work works worked working add adds added adding allow
  allows allowed allowing require requires required requiring provide provides provided providing support supports supported change
  changes changed do don't doesn't become becomes happen happens able unable enough useful possible impossible hard easy simple
  different similar whole entire certain particular specific actual main big small large long short high low every single two three
  four 0 URL , ; : ( ) " ? ! ... -- — — @ personally definitely especially exactly clear obvious important interesting
  least sense terms order example instance far soon later earlier back down around along across upon whether unless except once
  start starts started end ends ended run runs running call calls called set sets show shows shown find found help helps read write
  written implement implements implemented handle handles handled move moves moved remove removes removed solve solves fix fixed
  avoid avoids break breaks cause causes leave leaves left hit hits pass passes passed return returns returned create creates created
  Name said ask asked asking tell told talk talking discuss discussed mention mentioned wrote wait waiting
  versus argue argued arguing merge merged merging apply applied accept accepted accepting submit submitted post posted posting smaller larger bigger faster slower cheaper simpler easier
  cleaner nicer safer harder shorter longer`.split(/\s+/),
);
