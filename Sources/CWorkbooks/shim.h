#ifndef CZTIC_CWORKBOOKS_SHIM_H
#define CZTIC_CWORKBOOKS_SHIM_H

#include <dlfcn.h>
#include <expat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

// What workbooks are read and written with. The linker does not know these libraries: with them come libcrypto, libbz2, minizip and zlib, and whoever
// opens the desk would wait for all of them (1.8 ms measured, more than the rest of the program's libraries together). So each is loaded when the
// first workbook is touched, and a machine on which none ever is does not need it.

#define CW_FIELD(name) __typeof__(&name) name;
#define CW_FIND(name) (table->name = (__typeof__(&name))dlsym(library, #name)) &&

#define CW_ZIP(X) \
  X(zip_source_buffer_create) X(zip_source_free) X(zip_open_from_source) X(zip_discard) X(zip_get_num_entries) X(zip_get_name) X(zip_stat_index) \
  X(zip_fopen_index) X(zip_fread) X(zip_fclose)

/// The entries of libzip.
struct cw_zip { CW_ZIP(CW_FIELD) };

#define CW_XML(X) \
  X(XML_ParserCreate) X(XML_ParserFree) X(XML_SetUserData) X(XML_SetElementHandler) X(XML_SetCharacterDataHandler) X(XML_SetDoctypeDeclHandler) \
  X(XML_GetBuffer) X(XML_ParseBuffer) X(XML_StopParser) X(XML_ResumeParser) X(XML_GetCurrentByteIndex) X(XML_SetHashSalt)

/// The entries of expat.
struct cw_xml { CW_XML(CW_FIELD) };

#define CW_WRITER(X) \
  X(workbook_new_opt) X(workbook_close) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_add_chart) X(workbook_set_properties) \
  X(worksheet_write_number) X(worksheet_write_string) X(worksheet_write_blank) X(worksheet_set_column) X(worksheet_set_row) \
  X(worksheet_freeze_panes) X(worksheet_autofilter) X(worksheet_ignore_errors) X(worksheet_insert_chart_opt) X(worksheet_repeat_rows) \
  X(worksheet_set_landscape) X(worksheet_set_paper) X(worksheet_fit_to_pages) X(worksheet_protect) X(worksheet_data_validation_range) \
  X(worksheet_hide) X(format_set_num_format) X(format_set_bold) X(format_set_text_wrap) X(format_set_align) X(format_set_bg_color) \
  X(format_set_border) X(format_set_unlocked) X(format_set_font_name) X(chart_add_series) X(chart_series_set_name) X(chart_series_set_fill) \
  X(chart_series_set_points) X(chart_series_set_labels) X(chart_series_set_marker_type) X(chart_series_set_line) X(chart_title_set_name) \
  X(chart_axis_set_name) X(chart_legend_set_position) X(chart_axis_set_min) X(chart_axis_set_max) X(chart_axis_set_major_unit)

/// The entries of libxlsxwriter.
struct cw_writer { CW_WRITER(CW_FIELD) };

/// A file in memory, which libxlsxwriter can only write under a name: `/proc/self/fd/` has one.
static inline int cw_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }

static inline void *cw_open(const char *name) { return dlopen(name, RTLD_NOW | RTLD_LOCAL); }

/// Loads libzip; 0 where the machine lacks it. What is loaded once stays, and to load it again costs microseconds.
static inline int cw_load_zip(struct cw_zip *table) {
  // The name under which Debian 12 and Ubuntu have it, and its makers' own: what is used here is the same in both.
  void *library = cw_open("libzip.so.4");
  if (!library) library = cw_open("libzip.so.5");
  return library && CW_ZIP(CW_FIND) 1;
}

/// Loads expat; 0 where the machine lacks it.
static inline int cw_load_xml(struct cw_xml *table) {
  void *library = cw_open("libexpat.so.1");
  return library && CW_XML(CW_FIND) 1;
}

/// Loads libxlsxwriter, of the kind that this program was built for; 0 where the machine lacks it.
static inline int cw_load_writer(struct cw_writer *table) {
  void *library = cw_open("libxlsxwriter.so." LXW_SOVERSION);
  return library && CW_WRITER(CW_FIND) 1;
}

#endif
