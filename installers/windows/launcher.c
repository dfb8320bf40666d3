/* Starts the Python that lies beside this program, in this process.
   Built twice: Kompasskive.exe has a window and no console; Kompasskive-konsol.exe (-DCONSOLE)
   keeps the standard streams, so that whoever runs the command line sees its messages. */
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

typedef int (*PythonMain)(int, wchar_t **);

static wchar_t folder[32768], library[32800];

static void complain(const wchar_t *text) {
#ifdef CONSOLE
    _setmode(_fileno(stderr), _O_U8TEXT);
    fwprintf(stderr, L"%ls\n", text);
#else
    MessageBoxW(NULL, text, L"Kompasskive", MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

static int cannot_start(void) {
    wchar_t text[300];
    _snwprintf(text, 299,
               L"Kompasskive kan ikke starte, fordi en af programmets filer mangler eller er "
               L"spærret (fejl %lu). Ingen af dine filer er ændret. Installér programmet igen.",
               GetLastError());
    complain(text);
    return 2;
}

#ifndef CONSOLE
static void silence_streams(void) {
    const DWORD streams[3] = {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    for (int i = 0; i < 3; i++) {
        SetStdHandle(streams[i], CreateFileW(L"NUL", i ? GENERIC_WRITE : GENERIC_READ,
                                             FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                                             OPEN_EXISTING, 0, NULL));
    }
}
#endif

static PythonMain find_python(void) {
    if (!GetModuleFileNameW(NULL, folder, 32767)) return NULL;
    wchar_t *name = wcsrchr(folder, L'\\');
    if (name) *name = 0;
    _snwprintf(library, 32799, L"%ls\\python\\python311.dll", folder);
    SetDllDirectoryW(L""); /* never a library from the current folder */
    HMODULE python = LoadLibraryExW(
        library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    return python ? (PythonMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

int wmain(int count, wchar_t **words) {
    wchar_t *fixed[] = {words[0], L"-I", L"-X", L"utf8", L"-m", L"kompasskive"};
    const int before = sizeof fixed / sizeof *fixed;
#ifndef CONSOLE
    silence_streams();
#endif
    PythonMain run = find_python();
    wchar_t **all = calloc(before + count, sizeof *all);
    if (!run || !all) return cannot_start();
    memcpy(all, fixed, sizeof fixed);
    memcpy(all + before, words + 1, (count - 1) * sizeof *all);
    int code = run(before + count - 1, all);
#ifndef CONSOLE
    if (code && count <= 2)
        complain(L"Kompasskive måtte lukke på grund af en fejl. Det, der stod »Gemt«, er gemt. "
             L"Start programmet igen.");
#endif
    return code;
}
