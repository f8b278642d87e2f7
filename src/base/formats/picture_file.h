/* Pictures that another program, such as gnuplot, has drawn. An incomplete picture never replaces an older file. */
#ifndef NORMLAB_BASE_FORMATS_PICTURE_FILE_H
#define NORMLAB_BASE_FORMATS_PICTURE_FILE_H

#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>

/* True when the data are a complete picture of this format. data[size_bytes] must be NUL. The check for each format:
 *
 *   png   it begins with the signature, then has chunks without gaps; the last chunk is IEND (W3C, PNG Specification,
 *         section 5)
 *   pdf   it begins with %PDF- and ends with %%EOF, and the cross-reference table is at the offset that the last
 *         startxref gives (ISO 32000-1, 7.5)
 *   svg   it has <svg, ends with </svg>, and as many elements end as begin
 *   tex   it has a tikzpicture environment, only comments follow the environment, and its braces are balanced
 * False for other formats. */
bool picture_is_whole(const char *format, const char *data, size_t size_bytes);

/* A picture that a program has drawn, and the path of the file to write. */
struct picture_file {
    const char *format;
    char *path, *data;
    size_t size_bytes;
};

/* Finds n pictures in the output of a program. The pictures follow one another; before each is a line with the mark, a
 * blank and the format. Sets data and size_bytes of each picture; data points into `printed`, the output, in which a NUL
 * is written after each picture. Returns NULL when all pictures are there and complete, else the first that is not. */
const struct picture_file *pictures_find(struct picture_file *picture, int n, const char *mark,
                                         struct text *printed);

/* Writes the files of n pictures. Overwrites the date in a PDF or TikZ picture with blanks, so that the same picture has
 * the same bytes on every day. Returns 0, or -1 after a message. */
int pictures_write(struct picture_file *picture, int n);

#endif
