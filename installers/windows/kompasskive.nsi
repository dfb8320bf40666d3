; The installer: Danish and English, per user or /ALLUSERS, silent with /S.
; Exit codes: 0 done, 1 stopped by the user, 2 failed, 10 wrong system, 20 the program runs,
; 21 a folder that is not the program's, 30 administrator rights are missing.
; Defined from outside: VERSION, ICON, SIDEBAR, OUTPUT, FILES (a list of what to install), KILOBYTES, FAST.

Unicode true
Target amd64-unicode
!define APP "Kompasskive"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define FILE_TYPE "${APP}.Fil.1"
!define CLASSES "Software\Classes"

Name "${APP}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
BrandingText "${APP} ${VERSION}"
AllowRootDirInstall false
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "${APP}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP}, installation"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${APP}"

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDEBAR}"
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$WelcomeText"
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${APP}.exe"
Var AllUsers
Var DeleteSettings
Var DeleteBackups
Var WelcomeText

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RefuseForeignFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Danish"
!insertmacro MUI_LANGUAGE "English"
!include "${__FILEDIR__}\words.nsh"

!macro Refuse CODE TEXT
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  Quit
!macroend

!macro RefuseIfOpen FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro Refuse 20 "$(Running)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RefuseWhileRunning
  !insertmacro RefuseIfOpen "${APP}.exe"
  !insertmacro RefuseIfOpen "${APP}-konsol.exe"
  !insertmacro RefuseIfOpen "python\python311.dll"
!macroend

!macro RemoveProgramFiles
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licenser"
  Delete "$INSTDIR\${APP}.exe"
  Delete "$INSTDIR\${APP}-konsol.exe"
!macroend

!macro IsAskedFor OPTION CHOICE
  StrCpy ${CHOICE} 0
  ClearErrors
  ${GetOptions} $R0 "${OPTION}" $R1
  ${IfNot} ${Errors}
    StrCpy ${CHOICE} 1
  ${EndIf}
!macroend

!macro AskToDelete CHOICE PLACE QUESTION
  ${If} ${CHOICE} == 0
  ${AndIf} ${FileExists} "${PLACE}"
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "${QUESTION}" /SD IDNO IDYES`
    StrCpy ${CHOICE} 1
  ${EndIf}
!macroend

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro ChooseUsers
  SetRegView 64
  ${GetParameters} $R0
  StrCpy $AllUsers 0
  SetShellVarContext current
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      !insertmacro Refuse 30 "$(NeedsAdministrator)"
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Refuse 10 "$(WrongSystem)"
  ${EndIf}
  !insertmacro ChooseUsers
  StrCpy $WelcomeText "$(WelcomeMe)"
  ${If} $AllUsers == 1
    StrCpy $WelcomeText "$(WelcomeAll)"
  ${EndIf}
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
    ${If} $AllUsers == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function FolderIsForeign ; pushes 1 when the folder holds something and is not the program's
  ${If} ${FileExists} "$INSTDIR\${APP}.exe"
    Push 0
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*"
  StrCpy $2 0
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
      StrCpy $2 1
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
  Push $2
FunctionEnd

Function RefuseForeignFolder
  Call FolderIsForeign
  Pop $0
  ${If} $0 == 1
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(ForeignFolder)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section "install"
  SetRegView 64
  Call FolderIsForeign
  Pop $0
  ${If} $0 == 1
    !insertmacro Refuse 21 "$(ForeignFolder)"
  ${EndIf}
  !insertmacro RefuseWhileRunning
  !insertmacro RemoveProgramFiles
  ClearErrors
  !include "${FILES}"
  ${If} ${Errors}
    !insertmacro Refuse 2 "$(CannotWrite)"
  ${EndIf}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${APP}.exe"
  Call WriteFileType
  Call WriteUninstallEntry
  !insertmacro TellExplorer
SectionEnd

Function WriteFileType
  WriteRegStr SHCTX "${CLASSES}\.kompas" "" "${FILE_TYPE}"
  WriteRegStr SHCTX "${CLASSES}\.kompas" "Content Type" "application/vnd.kompasskive"
  WriteRegStr SHCTX "${CLASSES}\.kompas\OpenWithProgids" "${FILE_TYPE}" ""
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE}" "" "$(FileTypeName)"
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${APP}.exe,1"
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE}\shell\open\command" "" \
    '"$INSTDIR\${APP}.exe" "%1"'
FunctionEnd

Function WriteUninstallEntry
  StrCpy $1 '"$INSTDIR\uninstall.exe"'
  ${If} $AllUsers == 1
    StrCpy $1 '$1 /ALLUSERS'
  ${EndIf}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${APP}.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '$1'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '$1 /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
FunctionEnd

Function un.onInit
  !insertmacro ChooseUsers
  !insertmacro RefuseWhileRunning
  !insertmacro IsAskedFor "/SLETINDSTILLINGER" $DeleteSettings
  !insertmacro IsAskedFor "/SLETSIKKERHEDSKOPIER" $DeleteBackups
FunctionEnd

Section "Uninstall"
  SetRegView 64
  !insertmacro RefuseWhileRunning
  !insertmacro RemoveProgramFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${CLASSES}\${FILE_TYPE}"
  DeleteRegValue SHCTX "${CLASSES}\.kompas\OpenWithProgids" "${FILE_TYPE}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.kompas\OpenWithProgids"
  ReadRegStr $0 SHCTX "${CLASSES}\.kompas" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegKey SHCTX "${CLASSES}\.kompas"
  ${EndIf}
  !insertmacro TellExplorer
  SetShellVarContext current
  !insertmacro AskToDelete $DeleteSettings "$LOCALAPPDATA\${APP}\indstillinger.ini" "$(AskSettings)"
  !insertmacro AskToDelete $DeleteBackups "$LOCALAPPDATA\${APP}\Sikkerhedskopier" "$(AskBackups)"
  ${If} $DeleteSettings == 1
    Delete "$LOCALAPPDATA\${APP}\indstillinger.ini"
    RMDir /r "$LOCALAPPDATA\${APP}\Logs"
  ${EndIf}
  ${If} $DeleteBackups == 1
    RMDir /r "$LOCALAPPDATA\${APP}\Sikkerhedskopier"
  ${EndIf}
  RMDir "$LOCALAPPDATA\${APP}"
SectionEnd
