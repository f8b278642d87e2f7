#include "net/zoo_branch.h"

const char *const zoo_branch[] = {"plain", "skipinit", "layerscale"};

void zoo_branch_write(int branch, struct text *out)
{
    if (branch != ZOO_BRANCH_PLAIN)
        text_add(out, "; %s", zoo_branch[branch]);
}
