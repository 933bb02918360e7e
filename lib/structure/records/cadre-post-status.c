/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Accessors of a post: what documents say about it. */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-post.h>

/**
 * CadrePost:declared-outcome:
 *
 * How documents say that it is to be filled.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_declared_outcome:
 * @self: a #CadrePost
 *
 * Gets how documents say that it is to be filled.
 *
 * Returns: the #CadreDeclaredOutcome
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_declared_outcome:
 * @self: a #CadrePost
 * @declared_outcome: a #CadreDeclaredOutcome
 *
 * Sets how documents say that it is to be filled.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost,
                     post,
                     POST,
                     declared_outcome,
                     DECLARED_OUTCOME,
                     CadreDeclaredOutcome)

/**
 * CadrePost:declared-words:
 *
 * The words of the document on how it is to be filled, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_declared_words:
 * @self: a #CadrePost
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 *
 * Gets the words of the document on how it is to be filled in one language.
 * There is no fall-back to another.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 * in that language
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_declared_words:
 * @self: a #CadrePost
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @declared_words: (nullable): the text, or %NULL
 *
 * Sets the words of the document on how it is to be filled in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadrePost, post, POST, declared_words, DECLARED_WORDS)

/**
 * CadrePost:vacancy:
 *
 * What is being done about a vacancy.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_vacancy:
 * @self: a #CadrePost
 *
 * Gets what is being done about a vacancy.
 *
 * Returns: the #CadreVacancyState
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_vacancy:
 * @self: a #CadrePost
 * @vacancy: a #CadreVacancyState
 *
 * Sets what is being done about a vacancy.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, vacancy, VACANCY, CadreVacancyState)

/**
 * CadrePost:grouped:
 *
 * Whether this stands for a pool of like posts whose number is not published.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_grouped:
 * @self: a #CadrePost
 *
 * Gets whether this stands for a pool of like posts whose number is not
 * published. It is not so unless stated.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_grouped:
 * @self: a #CadrePost
 * @grouped: a #CadreTruth
 *
 * Sets whether this stands for a pool of like posts whose number is not
 * published.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, grouped, GROUPED, CadreTruth)

/**
 * CadrePost:outside:
 *
 * Whether it is a stub outside the modelled scope, in no total.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_outside:
 * @self: a #CadrePost
 *
 * Gets whether it is a stub outside the modelled scope, in no total. It is not
 * so unless stated.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_outside:
 * @self: a #CadrePost
 * @outside: a #CadreTruth
 *
 * Sets whether it is a stub outside the modelled scope, in no total.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, outside, OUTSIDE, CadreTruth)

/**
 * CadrePost:term-reason:
 *
 * Why the post is for a fixed term.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_term_reason:
 * @self: a #CadrePost
 *
 * Gets why the post is for a fixed term.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_term_reason:
 * @self: a #CadrePost
 * @term_reason: (nullable): the text, or %NULL
 *
 * Sets why the post is for a fixed term.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, term_reason, TERM_REASON)

/**
 * CadrePost:statutory:
 *
 * Whether the law demands such an officer.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_statutory:
 * @self: a #CadrePost
 *
 * Gets whether the law demands such an officer.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_statutory:
 * @self: a #CadrePost
 * @statutory: a #CadreTruth
 *
 * Sets whether the law demands such an officer.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, statutory, STATUTORY, CadreTruth)

/**
 * CadrePost:chief-officer:
 *
 * Whether it is a chief officer or a deputy chief officer.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_chief_officer:
 * @self: a #CadrePost
 *
 * Gets whether it is a chief officer or a deputy chief officer.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_chief_officer:
 * @self: a #CadrePost
 * @chief_officer: a #CadreTruth
 *
 * Sets whether it is a chief officer or a deputy chief officer.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, chief_officer, CHIEF_OFFICER, CadreTruth)

/**
 * CadrePost:politically-restricted:
 *
 * Whether it is politically restricted.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_politically_restricted:
 * @self: a #CadrePost
 *
 * Gets whether it is politically restricted.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_politically_restricted:
 * @self: a #CadrePost
 * @politically_restricted: a #CadreTruth
 *
 * Sets whether it is politically restricted.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost,
                     post,
                     POST,
                     politically_restricted,
                     POLITICALLY_RESTRICTED,
                     CadreTruth)

/**
 * CadrePost:welsh-skills:
 *
 * The Welsh-language skills that it needs.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_welsh_skills:
 * @self: a #CadrePost
 *
 * Gets the Welsh-language skills that it needs.
 *
 * Returns: the #CadreWelshSkills
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_welsh_skills:
 * @self: a #CadrePost
 * @welsh_skills: a #CadreWelshSkills
 *
 * Sets the Welsh-language skills that it needs.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, welsh_skills, WELSH_SKILLS, CadreWelshSkills)

/**
 * CadrePost:order:
 *
 * Its place among its siblings.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_order:
 * @self: a #CadrePost
 *
 * Gets its place among its siblings.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_order:
 * @self: a #CadrePost
 * @order: the number, 0 or more, or -1 where it is not known
 *
 * Sets its place among its siblings.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, order, ORDER, int)

/**
 * CadrePost:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_period:
 * @self: a #CadrePost
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_period:
 * @self: a #CadrePost
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadrePost, post, POST)

/**
 * CadrePost:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_attribute:
 * @self: a #CadrePost
 * @name: the name of the fact
 *
 * Gets one of the further facts that documents state.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_attribute:
 * @self: a #CadrePost
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_post_dup_attribute_names:
 * @self: a #CadrePost
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadrePost, post, POST)

/**
 * CadrePost:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_note:
 * @self: a #CadrePost
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_note:
 * @self: a #CadrePost
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, note, NOTE)

/**
 * CadrePost:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_source:
 * @self: a #CadrePost
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_source:
 * @self: a #CadrePost
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, source, SOURCE)
