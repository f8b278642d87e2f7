/* An experiment's section of the report's page. */
#ifndef NORMLAB_REPORT_REPORT_SECTION_H
#define NORMLAB_REPORT_REPORT_SECTION_H

#include "report/report.h"

/* The verdict as a class of report.css: "not-run". */
const char *verdict_class(enum verdict v);

/* The verdict as a chip, with a star where Holm's correction does not leave it standing. */
void chip_add(struct text *out, const struct judgement *j);

/* The evidence, what would settle the claim where it is open, and its note, in sentences. */
void evidence_add(struct text *out, const struct claim *c, const struct judgement *j);

/* Adds the section with the part's drawings. 0 or -1 after a message. */
int section_add(struct text *out, const struct report_part *p, const char *root);

#endif
