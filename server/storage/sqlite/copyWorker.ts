import { answerCalls } from "../../thread/answerCalls.ts";
import { copyStore, prepareBackup } from "./backupFile.ts";

answerCalls({ copyStore, prepareBackup }, () => []);
